import { expect, test } from 'vitest'
import type { PlanReply } from '../prompts/plan.ts'
import { blankEntry, filled, renumbered, troubleWith } from './planned-entries.ts'

const entries = (...numbers: readonly number[]): PlanReply =>
  numbers.map((n) => ({ n, title: `T${n}`, entry: `E${n}.`, owns: [], leaves: [], after: [] }))
const row = (from: number, to: number): PlanReply =>
  entries(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

test.each<readonly [string, PlanReply, { readonly from: number; readonly to: number | null }, string | null]>(
  [
    ['as asked', row(1, 3), { from: 1, to: 3 }, null],
    ['none', [], { from: 1, to: 3 }, 'It has 0 entries; 3 were asked for.'],
    ['none of a free plan', [], { from: 1, to: null }, 'It has 0 sections; 2 to 5 were asked for.'],
    ['one of a free plan', row(1, 1), { from: 1, to: null }, 'It has 1 sections; 2 to 5 were asked for.'],
    ['10,000', row(1, 10_000), { from: 1, to: 3 }, 'It has 10000 entries; 3 were asked for.'],
    [
      '10,000 of a free plan',
      row(1, 10_000),
      { from: 1, to: null },
      'It has 10000 sections; 2 to 5 were asked for.',
    ],
    ['a number twice', entries(1, 1, 3), { from: 1, to: 3 }, 'Its entry 2 is numbered 1 instead of 2.'],
    ['a number left out', entries(1, 2, 4), { from: 1, to: 3 }, 'Its entry 3 is numbered 4 instead of 3.'],
    [
      'the numbers of another batch',
      row(1, 3),
      { from: 31, to: 33 },
      'Its entry 1 is numbered 1 instead of 31.',
    ],
  ],
)('numbers: %s', (_, reply, batch, expected) => {
  const [least, most] = batch.to === null ? [2, 5] : [3, 3]
  expect(troubleWith(reply, batch, least, most)).toBe(expected)
})

test.each<readonly [string, PlanReply, number, number | null, readonly number[]]>([
  ['as asked', row(31, 33), 31, 33, [31, 32, 33]],
  ['from 1 on', row(1, 3), 31, 33, [31, 32, 33]],
  ['from 1 on, of a free plan', row(1, 3), 31, null, [31, 32, 33]],
  ['from too far on', row(8, 10), 1, 3, [1, 2, 3]],
  ['too few, but in their place', row(2, 3), 1, 3, [2, 3]],
  ['in no order', entries(3, 1, 2), 31, 33, [3, 1, 2]],
  ['none', [], 31, 33, []],
])('renumbered: %s', (_, reply, from, to, expected) => {
  expect(renumbered(reply, { from, to }).map(({ n }) => n)).toEqual(expected)
})

test('what comes before moves along with its numbers', () => {
  const reply = row(1, 2).map((entry) => ({ ...entry, after: [1] }))
  expect(renumbered(reply, { from: 31, to: 32 }).map(({ after }) => after)).toEqual([[31], [31]])
})

test('what is missing is filled in, and of two with one number the last counts', () => {
  const [first, second] = entries(2, 2)
  if (!first || !second) throw new Error('no entries')
  expect(filled([first, { ...second, title: 'Later' }], 1, 3, 'Day')).toEqual([
    blankEntry(1, 'Day'),
    { ...second, title: 'Later' },
    blankEntry(3, 'Day'),
  ])
})
