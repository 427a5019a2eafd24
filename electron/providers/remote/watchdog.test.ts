import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { manualClock } from '../manual-clock.ts'
import { timings, watch } from './watchdog.ts'

const hour = 3_600_000

/** Watches a call that says one thing after 10 s and then no more; the clock jumps at 20 s. Seconds until it is cut. */
const cutAfter = async (jump: number, at: 'byte' | 'event' | null): Promise<number> => {
  const clock = manualClock()
  let offset = 0
  const platform = { ...clock.platform, now: () => clock.platform.now() + offset }
  const controller = new AbortController()
  const began = clock.platform.now()
  const cut = new Promise<number>((resolve) =>
    controller.signal.addEventListener('abort', () => resolve((clock.platform.now() - began) / 1000)),
  )
  const dog = watch(platform, timings, controller, 'a:1')
  await clock.advance(10_000)
  if (at) dog.byte()
  if (at === 'event') dog.event()
  await clock.advance(10_000)
  offset = jump
  // A byte that comes before the watch has looked at the clock again is no older for it.
  if (at === 'event') dog.byte()
  const seconds = await clock.until(cut)
  expect(controller.signal.reason).toBeInstanceOf(AppError)
  return seconds
}

test.each<[string, number, 'byte' | 'event' | null, number]>([
  ['no first byte', 0, null, 60],
  ['no further byte', 0, 'byte', 55],
  ['F15 the clock set back an hour, no first byte', -hour, null, 60],
  ['F15 the clock set back an hour, no further byte', -hour, 'byte', 55],
  ['F15 the clock set back an hour, and then a byte', -hour, 'event', 65],
])('F11 %s: cut at %s', async (_, jump, at, seconds) => {
  expect(Math.abs((await cutAfter(jump, at)) - seconds)).toBeLessThanOrEqual(2)
})

test('F15 eight hours asleep: what was in hand is given up as soon as the machine wakes', async () => {
  expect(await cutAfter(8 * hour, 'byte')).toBeLessThanOrEqual(22)
})
