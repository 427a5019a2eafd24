import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemPlatform } from './system-platform.ts'

const hour = 3_600_000
const never = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Milliseconds of work until a sleep of ten minutes is over, where the clock jumps after one of them. */
const workUntil = async (jump: number): Promise<number> => {
  let isOver = false
  void systemPlatform.sleep(600_000, never).then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(60_000)
  vi.setSystemTime(Date.now() + jump)
  for (let ms = 60_000; ; ms += 1000) {
    if (isOver) return ms
    await vi.advanceTimersByTimeAsync(1000)
  }
}

test.each([
  ['nothing happens', 0, 600_000],
  ['F15 the machine sleeps for 8 hours', 8 * hour, 65_000],
  ['F15 the clock is set back by an hour', -hour, 600_000],
])('a sleep of ten minutes where %s', async (_, jump, ms) => {
  expect(await workUntil(jump)).toBe(ms)
})

test('a stop ends it at once, and leaves no timer behind', async () => {
  const stop = new AbortController()
  const sleep = systemPlatform.sleep(600_000, stop.signal)
  stop.abort()
  await sleep
  await systemPlatform.sleep(600_000, stop.signal)
  expect(vi.getTimerCount()).toBe(0)
})
