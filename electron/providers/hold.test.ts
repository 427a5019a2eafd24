import { expect, test } from 'vitest'
import type { RateLimits } from './attempt.ts'
import { holdOf, leftOf, longest } from './hold.ts'

const hold = { since: 1000, until: 31_000, because: 'Wait.' }

test.each([
  [1000, 30_000],
  [30_000, 1000],
  [30_998, 0],
  [31_000, 0],
  [90_000_000, 0],
  [999, 0],
  [-3_600_000, 0],
])('F15 at %s ms a hold from 1 s to 31 s lasts %s ms more, however the clock was set', (now, left) => {
  expect(leftOf(hold, now)).toBe(left)
})

test('of several the one that ends last holds, of those that have not ended', () => {
  const longer = { ...hold, until: 40_000 }
  expect([
    longest([hold, null, longer, undefined], 2000),
    longest([hold, longer], 35_000),
    longest([hold, longer], 50_000),
  ]).toEqual([longer, longer, null])
})

const at = (left: number, seconds: number) => ({ left, resetsAt: 1000 + seconds * 1000 })

test.each<[string, RateLimits, number | null]>([
  ['nothing told', {}, null],
  ['some left', { requests: at(1, 20), tokens: at(5, 20) }, null],
  ['no calls left', { requests: at(0, 20), tokens: at(5, 40) }, 20],
  ['no tokens left', { requests: at(3, 20), tokens: at(0, 40) }, 40],
  ['neither left', { requests: at(0, 20), tokens: at(0, 40) }, 40],
  ['reset by now', { requests: at(0, 0) }, null],
  ['a day: a minute, and then it is tried', { requests: at(0, 86_400) }, 60],
])('F8 a server’s own count, %s: held for %s s', (_, limits, seconds) => {
  const held = holdOf(limits, { now: 1000, host: 'a:1' })
  expect(held && (held.until - held.since) / 1000).toBe(seconds)
})
