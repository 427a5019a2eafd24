import { expect, test } from 'vitest'
import { draftTime } from './draft-time.ts'

const now = new Date(2026, 10, 20, 12).getTime()

test.each([
  ['en-GB', new Date(2026, 2, 3, 14, 5), '3 March at 14:05'],
  ['en-GB', new Date(2025, 11, 31, 9, 30), '31 December 2025 at 9:30'],
  ['en-US', new Date(2026, 2, 3, 14, 5), 'March 3 at 2:05 PM'],
  ['de', new Date(2026, 2, 3, 14, 5), '3. März um 14:05'],
  ['ja', new Date(2024, 0, 1, 0, 0), '2024年1月1日 0:00'],
])('%s', (locale, at, said) => {
  // What stands between hour and half of the day is a narrow space in some versions of the tables.
  expect(draftTime(at.getTime(), now, locale).replaceAll(/\s/gu, ' ')).toBe(said)
})
