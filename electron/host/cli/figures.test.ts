import { expect, test } from 'vitest'
import { verdictSpans } from './figures.ts'

test.each([
  ['all kept', { kept: 3, broken: 0, unsure: 0, owed: 0 }, '3 kept'],
  ['nothing asked', { kept: 0, broken: 0, unsure: 0 }, '0 kept'],
  [
    'of all sorts',
    { kept: 3, broken: 1, unsure: 2, owed: 4 },
    '3 kept, 1 broken, 2 unsure, 4 not checked yet',
  ],
  ['nothing checked', { kept: 0, broken: 0, unsure: 0, owed: 4 }, '4 not checked yet'],
])('duties by verdict: %s', (_, counts, expected) => {
  const said = verdictSpans(counts).map((span) => (typeof span === 'string' ? span : span.text))
  expect(said.join('')).toBe(expected)
})
