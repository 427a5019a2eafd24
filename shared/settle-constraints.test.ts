import { expect, test } from 'vitest'
import type { Constraint } from './records.ts'
import { settleConstraints } from './settle-constraints.ts'
import { say } from './test-kit.ts'

const text = 'In week 3 the choir sings. A storm comes.'
const choir = 'In week 3 the choir sings'
const storm = 'A storm comes'

const read = (what: string, quote: string, at = 3, some: Partial<Constraint> = {}): Constraint => ({
  ...say(what, { where: 'once', at }),
  origin: { from: 'brief', quote },
  ...some,
})
const line = (what: string, at: number): Constraint =>
  read(what, '', at, { origin: { from: 'front matter', quote: `say: ${what}, at: ${at}` } })
const unplaced = read('storm', storm, 1, { placement: { where: 'document' }, confirmed: false })
const mended = read('a choir', choir, 4, { id: 'constraint:choir', mended: true })
const muted = read('choir', choir, 3, { muted: true })
const byHand = say('rain', { where: 'each' })
const proposed = read('thunder', storm, 2, { origin: { from: 'model', quote: storm }, confirmed: false })
const length: Constraint = {
  id: 'constraint:length-each',
  demand: { kind: 'length', params: { within: 0.1 } },
  placement: { where: 'each' },
  origin: { from: 'plan', quote: '' },
  confirmed: true,
}

test.each<readonly [string, readonly Constraint[], readonly Constraint[], readonly Constraint[]]>([
  [
    'what is read again is as it is read',
    [read('choir', choir)],
    [read('choir', choir)],
    [read('choir', choir)],
  ],
  ['what is no longer said is gone', [read('bus', 'The bus comes')], [], []],
  [
    'what asks the same in other words keeps its name',
    [read('choir', 'The choir, in week 3', 3, { id: 'constraint:old' })],
    [read('choir', choir)],
    [read('choir', choir, 3, { id: 'constraint:old' })],
  ],
  ['what was muted stays muted', [muted], [read('choir', choir)], [muted]],
  [
    'what was muted and is said in other words is asked again',
    [{ ...muted, origin: { from: 'brief', quote: 'The choir, in week 3' } }],
    [read('choir', choir)],
    [read('choir', choir)],
  ],
  ['what was mended takes the place of what it was read from', [mended], [read('choir', choir)], [mended]],
  ['what was mended goes with its words', [{ ...mended, origin: { from: 'brief', quote: 'A bus' } }], [], []],
  [
    'what was mended and stands in the front matter too is there once',
    [mended],
    [line('a choir', 4), read('choir', choir)],
    [mended],
  ],
  [
    'one of two that were read from one clause was mended',
    [mended, read('song', choir)],
    [read('choir', choir), read('song', choir)],
    [mended, read('song', choir)],
  ],
  [
    'one of two was mended, the other muted',
    [{ ...muted, ...read('song', choir), muted: true }, mended],
    [read('choir', choir), read('song', choir)],
    [mended, { ...read('song', choir), muted: true }],
  ],
  [
    'a line of the front matter that was mended, still as it was',
    [
      {
        ...line('choir', 3),
        ...say('choir', { where: 'once', at: 5 }),
        origin: line('choir', 3).origin,
        mended: true,
      },
    ],
    [line('choir', 3)],
    [{ ...line('choir', 3), placement: { where: 'once', at: 5 }, mended: true }],
  ],
  [
    'what was confirmed stays so',
    [{ ...unplaced, confirmed: true }],
    [unplaced],
    [{ ...unplaced, confirmed: true }],
  ],
  ['what was added by hand stays', [byHand], [read('choir', choir)], [read('choir', choir), byHand]],
  [
    'what was added by hand and is said now is there once',
    [byHand],
    [{ ...line('rain', 1), ...byHand, origin: line('rain', 1).origin }],
    [byHand],
  ],
  ['a proposal stays with its words', [proposed], [], [proposed]],
  ['a proposal goes with its words', [{ ...proposed, origin: { from: 'model', quote: 'A bus' } }], [], []],
  [
    'a proposal that is read by rule now is no proposal',
    [proposed],
    [read('thunder', storm, 2, { id: 'constraint:new' })],
    [read('thunder', storm, 2)],
  ],
  [
    'lengths follow the numbers',
    [length],
    [{ ...length, demand: { kind: 'length', params: { min: 9 } } }],
    [{ ...length, demand: { kind: 'length', params: { min: 9 } } }],
  ],
])('%s', (_, before, now, expected) => {
  expect(settleConstraints(before, now, text)).toEqual(expected)
})

test('names stay apart', () => {
  const other = read('song', storm, 9, { id: 'constraint:choir' })
  expect(settleConstraints([mended], [other], text).map(({ id }) => id)).toEqual([
    'constraint:choir',
    'constraint:choir-2',
  ])
})
