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
  ['what is muted, nobody owes', [{ ...say('a', { where: 'each' }), muted: true }], four, []],
  [
    'single units, also where two sections share one',
    [say('a', { where: 'some', units: [2, 9] })],
    [section(1), section(2), section(3, { unit: 2 })],
    ['a @ 2', 'a @ 3'],
  ],
  [
    'how the whole opens and closes falls to its ends',
    [
      constraint('o', { kind: 'opening', params: { form: 'date' } }, { where: 'document' }),
      constraint('c', { kind: 'closing', params: { form: 'list' } }, { where: 'document' }),
    ],
    four,
    ['o @ 1', 'c @ 4'],
  ],
  [
    'one table falls to one section, no table to all, ten to the whole',
    [
      constraint('one', { kind: 'pattern', params: { has: 'table' } }, { where: 'document' }),
      constraint('no', { kind: 'pattern', params: { has: 'table', not: true } }, { where: 'document' }),
      constraint('ten', { kind: 'pattern', params: { has: 'table', min: 10 } }, { where: 'document' }),
    ],
    [section(1), section(2, { intent: 'A table of the tides.' })],
    ['one @ 2', 'no @ 1', 'no @ 2', 'ten @ whole'],
  ],
  [
    'no plan yet',
    [say('a', { where: 'document' }), say('b', { where: 'each' })],
    [],
    ['a @ whole', 'b @ whole'],
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

test('a year of days with sixty constraints of each sort is compiled at once', () => {
  const year = Array.from({ length: 365 }, (_, i) =>
    section(i + 1, { intent: `What day ${i + 1} says of the sea.` }),
  )
  const placements = [{ where: 'each' }, { where: 'document' }, { where: 'every', n: 7, from: 3 }] as const
  const asked = placements.flatMap((placement) =>
    Array.from({ length: 60 }, (_, i) => say(`sea ${i}`, placement)),
  )
  const started = performance.now()
  const duties = compile(asked, year)
  // 10 ms on a quiet machine; a busy one is given more.
  expect(performance.now() - started).toBeLessThan(150)
  expect(duties.length).toBe(60 * 365 + 60 + 60 * 52)
})
