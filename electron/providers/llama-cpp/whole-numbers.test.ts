import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeNumbers } from './whole-numbers.ts'

/** The same as a regular expression: GBNF differs by its quotes and spaces. */
const pattern = (gbnf: string): RegExp => new RegExp(`^${gbnf.replace(/[" ]/gu, '')}$`, 'u')

test.each([
  [0, 9, '[0-9]'],
  [1, 40, '([1-9] | ("1" [0-9] | [2-3] [0-9]{1} | "4" [0-0]))'],
  [0, 99_999, '([0-9] | [1-9] [0-9]{1,3} | [1-9] [0-9]{4})'],
  [-5, -5, '"-" [5-5]'],
  [7, 3, wholeNumbers()],
])('from %d to %d: %s', (min, max, expected) => {
  expect(wholeNumbers(min, max)).toBe(expected)
})

const bound = fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.maxSafeInteger())

test('what it allows lies between the bounds, and all that does is allowed', () => {
  const holds = fc.property(bound, bound, bound, (a, b, n) => {
    const [min, max] = a < b ? [a, b] : [b, a]
    const isWithin = n >= min && n <= max && String(Math.abs(n)).length <= 15
    const isEmpty = max < -999_999_999_999_999 || min > 999_999_999_999_999
    expect(isEmpty || pattern(wholeNumbers(min, max)).test(String(n)) === isWithin).toBe(true)
  })
  fc.assert(holds, { numRuns: 500 })
})
