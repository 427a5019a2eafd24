import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const day = 86_400_000

const cases: readonly [string, Record<string, string>, number | null][] = [
  ['nothing', {}, null],
  ['seconds', { 'retry-after': '7' }, 7000],
  ['part of a second', { 'retry-after': '0.25' }, 250],
  ['nought', { 'retry-after': '0' }, 0],
  ['blanks around it', { 'retry-after': ' 12 ' }, 12_000],
  ['ten minutes', { 'retry-after': '600' }, 600_000],
  ['a century: a day at most', { 'retry-after': '3153600000' }, day],
  ['below nought', { 'retry-after': '-5' }, null],
  ['rubbish', { 'retry-after': 'soon' }, null],
  ['rubbish that a lenient parser takes for a date', { 'retry-after': 'tries 5' }, null],
  ['empty', { 'retry-after': '' }, null],
  ['infinity', { 'retry-after': 'Infinity' }, null],
  ['a date', { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }, 30_000],
  ['a date gone by', { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
  ['the older date', { 'retry-after': 'Sunday, 22-Nov-26 10:00:30 GMT' }, 30_000],
  ['the oldest date', { 'retry-after': 'Sun Nov 22 10:00:30 2026' }, 30_000],
  ['a date that is none', { 'retry-after': 'Sun, 99 Nov 2026 10:00:30 GMT' }, null],
  ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
  ['milliseconds before seconds', { 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
  ['bad milliseconds, good seconds', { 'retry-after-ms': 'x', 'retry-after': '7' }, 7000],
  [
    'a date by the server’s own clock, an hour ahead',
    { 'retry-after': 'Sun, 22 Nov 2026 11:00:30 GMT', date: 'Sun, 22 Nov 2026 11:00:10 GMT' },
    20_000,
  ],
]

test.each(cases)('F8 Retry-After: %s', (_, headers, wait) => {
  expect(retryAfterMs(headers, now)).toBe(wait)
})
