import { expect, test } from 'vitest'
import { say } from '../../../shared/test-kit.ts'
import { piecesOf, stillStanding } from './pieces-of.ts'
import type { BriefReading, Chip } from './read-form.ts'

const chip = (from: number, to: number): Chip => ({
  constraint: say('x', { where: 'each' }),
  at: { from, to },
})

const drawn = (text: string, chips: readonly Chip[]): string =>
  piecesOf(text, chips)
    .map((piece) => (piece.chip ? `[${piece.text}]` : piece.text))
    .join('')

test.each<readonly [string, readonly Chip[], string]>([
  ['one of several', [chip(0, 3), chip(7, 9)], '[one] of [se]veral'],
  ['one of several', [chip(0, 6), chip(4, 9)], '[one of] several'],
  ['one of several', [{ ...chip(0, 3), at: null }, chip(7, 99)], 'one of several'],
])('pieces of %j', (text, chips, expected) => {
  expect(drawn(text, chips)).toBe(expected)
})

const read = (text: string, chips: readonly Chip[]): BriefReading => ({
  text,
  chips,
  units: null,
  said: { units: null, words: null },
  conflicts: [],
})

test.each<readonly [string, string, string]>([
  ['letters behind', 'one of several more', '[one] of [several] more'],
  ['letters before', 'Now one of several', 'Now [one] of [several]'],
  ['letters between', 'one out of several', '[one] out of [several]'],
  ['letters within', 'one of sev-eral', '[one] of sev-eral'],
])('underlines stay with their words until the text is read again: %s', (_, text, expected) => {
  const reading = read('one of several', [chip(0, 3), chip(7, 14)])
  expect(drawn(text, stillStanding(reading, text))).toBe(expected)
})
