import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clippedEntry, cutEntry, entryWords, longestEntry } from './plan-entry.ts'

const words = (n: number): string => Array.from({ length: n }, (_, i) => `word${i + 1}`).join(' ')

test.each<readonly [string, string, string]>([
  ['short enough', `${words(25)}.`, `${words(25)}.`],
  ['two sentences', `The flood comes. ${words(24)}.`, 'The flood comes.'],
  ['a semicolon', `The flood comes; ${words(24)}.`, 'The flood comes.'],
  ['a comma late in it', `${words(20)}, ${words(9)}.`, `${words(20)}.`],
  ['a comma early in it', `${words(4)}, ${words(29)}.`, `${words(4)}, ${words(29)}.`],
  ['nowhere to cut', words(26), words(26)],
  ['Chinese, short enough', '洪水'.repeat(25), '洪水'.repeat(25)],
  ['Chinese', `${'洪水'.repeat(12)}。${'港口'.repeat(20)}。`, `${'洪水'.repeat(12)}。`],
])('cut without harm: %s', (_, entry, expected) => {
  expect(cutEntry(entry)).toBe(expected)
})

test.each<readonly [string, string, string]>([
  ['nowhere to cut', words(40), `${words(25)}.`],
  [
    'a comma early in it',
    `${words(4)}, ${words(29)}`,
    `${words(4)}, ${words(29).split(' ').slice(0, 21).join(' ')}.`,
  ],
  ['Chinese without a stop', '洪'.repeat(80), `${'洪'.repeat(50)}。`],
])('cut in any case: %s', (_, entry, expected) => {
  expect(clippedEntry(entry)).toBe(expected)
})

test('whatever the entry, what is clipped is in time', () => {
  const text = fc.array(fc.constantFrom('ab', ' ', ', ', '. ', '; ', '洪水', '。', ' – ', '…'), {
    maxLength: 200,
  })
  fc.assert(
    fc.property(text, (pieces) => {
      expect(entryWords(clippedEntry(pieces.join('')))).toBeLessThanOrEqual(longestEntry)
    }),
  )
})
