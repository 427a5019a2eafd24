import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestAtEnds, fitting, fused } from './choose-passages.ts'

const ids = (text: string): readonly string[] => Array.from(text)

test.each([
  ['one ranking stays as it is', ['abc'], 'abc'],
  ['what both name comes first', ['abc', 'dcb'], 'bcad'],
  ['of equals the one first met', ['ab', 'cd'], 'acbd'],
  ['nothing', [], ''],
])('%s', (_, rankings, expected) => {
  expect(fused(rankings.map(ids)).join('')).toBe(expected)
})

test.each([
  ['', ''],
  ['a', 'a'],
  ['ab', 'ab'],
  ['abc', 'acb'],
  ['abcdef', 'acefdb'],
])('%s is shown as %s', (ranked, expected) => {
  expect(bestAtEnds(ids(ranked)).join('')).toBe(expected)
})

const passage = (n: number, words: number) => ({
  id: `passage:a/${n}` as const,
  reference: 'reference:a' as const,
  n,
  heading: '',
  text: 'salt '.repeat(words),
})

test('what does not fit lets others in', () => {
  const ranked = [passage(1, 100), passage(2, 1_000), passage(3, 100)]
  expect(fitting(ranked, 450).map(({ n }) => n)).toEqual([1, 3])
  expect(fitting(ranked, 100)).toEqual([])
})

test('nothing is lost or told twice, and the best stand at the ends', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 20 }), (ranked) => {
      const shown = bestAtEnds(ranked)
      expect([shown.length, new Set(shown)]).toEqual([ranked.length, new Set(ranked)])
      expect([shown[0], ranked.length > 1 ? shown.at(-1) : ranked[1]]).toEqual([ranked[0], ranked[1]])
    }),
  )
})
