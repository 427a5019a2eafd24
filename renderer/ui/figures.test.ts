import { expect, test } from 'vitest'
import { brief, counted, inWords, roughly, span } from './figures.ts'

test.each([
  [brief(950), '950'],
  [brief(12_400), '12.4k'],
  [brief(99_700), '100k'],
  [brief(1_240_000), '1.2M'],
  [inWords(1), '1 word'],
  [inWords(12_400), '12,400 words'],
  [counted(0, 'draft'), '0 drafts'],
  [span(300), '1 s'],
  [span(59_000), '59 s'],
  [span(150_000), '3 min'],
  [span(4_800_000), '1 h 20 min'],
  [roughly(20_000), 'less than a minute'],
  [roughly(62_000), 'about 1 minute'],
  [roughly(170_000), 'about 3 minutes'],
  [roughly(13 * 60_000), 'about 15 minutes'],
  [roughly(58 * 60_000), 'about 1 hour'],
  [roughly(82 * 60_000), 'about 1 hour 20 minutes'],
  [roughly(121 * 60_000), 'about 2 hours'],
])('%s is %s', (said, expected) => {
  expect(said).toBe(expected)
})
