import { expect, test } from 'vitest'
import type { Constraint, Section } from '../records.ts'
import { constraint, say, section } from '../test-kit.ts'
import { compile } from './compile.ts'

const four = [1, 2, 3, 4].map((n) => section(n))

const shown = (constraints: readonly Constraint[], leaves: readonly Section[] = four) =>
  compile(constraints, leaves).map(
    (duty) => `${duty.constraint.slice(11)} @ ${duty.section?.slice(8) ?? 'whole'}`,
  )

const avoid = (text: string): Constraint =>
  constraint(text, { kind: 'avoids', params: { text } }, { where: 'document' })

test.each<[string, readonly Constraint[], readonly Section[], readonly string[]]>([
  ['once', [say('a', { where: 'once', at: 3 })], four, ['a @ 3']],
  ['a rhythm', [say('a', { where: 'every', n: 2, from: 1 })], four, ['a @ 1', 'a @ 3']],
  ['each', [say('a', { where: 'each' })], four, ['a @ 1', 'a @ 2', 'a @ 3', 'a @ 4']],
  [
    'what the whole must avoid, every section avoids',
    [avoid('a')],
    four,
    ['a @ 1', 'a @ 2', 'a @ 3', 'a @ 4'],
  ],
  [
    'what the whole must say, the section nearest to it says',
    [say('salt fish', { where: 'document' })],
    [section(1), section(2, { owns: ['fish'] })],
    ['salt-fish @ 2'],
  ],
  [
    'units are numbers of their own: a section moved keeps its duty',
    [say('a', { where: 'once', at: 1 })],
    [section(2), section(1)],
    ['a @ 1'],
  ],
  [
    'a section of the writer’s own owes only what each owes',
    [say('a', { where: 'range', from: 1, to: 9 }), say('b', { where: 'each' })],
    [section(1, { unit: null })],
    ['a @ whole', 'b @ 1'],
  ],
  [
    'a duty whose section is gone stays with the whole',
    [say('a', { where: 'once', at: 9 })],
    four,
    ['a @ whole'],
  ],
  [
    'the length of the whole',
    [constraint('l', { kind: 'length', params: { min: 1 } }, { where: 'document' })],
    four,
    ['l @ whole'],
  ],
])('%s', (_, constraints, leaves, expected) => {
  expect(shown(constraints, leaves)).toEqual(expected)
})

test('a length within a share of the budget becomes numbers', () => {
  const within = constraint('l', { kind: 'length', params: { within: 0.1 } }, { where: 'each' })
  expect(compile([within], [section(1, { words: 205 })]).map(({ demand }) => demand)).toEqual([
    { kind: 'length', params: { min: 185, max: 225 } },
  ])
})
