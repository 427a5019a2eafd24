import { expect, test } from 'vitest'
import type { Attempt } from './attempt.ts'
import { backoffMs, withPolicy } from './call-policy.ts'
import { manualClock } from './manual-clock.ts'
import type { ProviderPlatform } from './provider.ts'
import {
  end,
  fails,
  good,
  left,
  limit,
  outage,
  request,
  said,
  scripted,
  slow,
  start,
  text,
} from './scripted-attempt.ts'

const call = (
  attempt: Attempt,
  platform: ProviderPlatform,
  signal: AbortSignal,
): Promise<readonly string[]> => said(withPolicy(attempt, { endpoint: 'http://a:1', platform }), signal)

const never = new AbortController().signal

test.each<[string, Attempt, readonly string[]]>([
  ['a good reply', scripted([text, end]), ['text', 'end']],
  ['one outage', scripted([outage()], [text, end]), ['wait 250', 'text', 'end']],
  [
    'thinking first',
    scripted([{ type: 'thinking', text: 'Hm' }, outage()], [text, end]),
    ['thinking', 'wait 250', 'text', 'end'],
  ],
  ['F8 a wait asked for', scripted([limit(2000)], [text, end]), ['wait 2250', 'text', 'end']],
  ['F8 600 s asked for', scripted([limit(600_000)]), ['model-busy endpoint 600000']],
  ['600 s asked for in an outage', scripted([outage(600_000)]), ['model-busy endpoint 600000']],
  [
    'five outages: the breaker opens',
    scripted([outage()]),
    ['wait 250', 'wait 750', 'wait 1750', 'wait 3750', 'model-unreachable endpoint 33750'],
  ],
  [
    'five times too many calls',
    scripted([limit()]),
    ['wait 250', 'wait 750', 'wait 1750', 'wait 3750', 'model-busy endpoint 33750'],
  ],
  [
    'five minutes are up',
    scripted([limit(60_000)]),
    ['wait 60250', 'wait 120750', 'wait 181750', 'wait 243750', 'model-busy endpoint 307750'],
  ],
  ['a failure after text', scripted([text, outage()]), ['text', 'model-unreachable endpoint']],
  ['F13 a refused key', scripted([fails({ code: 'model-key-refused' })]), ['model-key-refused endpoint']],
  [
    'a cut reply',
    scripted([text, fails({ code: 'reply-cut', scope: 'attempt' })]),
    ['text', 'reply-cut attempt'],
  ],
])('%s', async (_, attempt, expected) => {
  const clock = manualClock()
  expect(await clock.until(call(attempt, clock.platform, never))).toEqual(expected)
})

test('F9 in a storm each lane sends once; while the breaker is open nothing is sent, and other endpoints go on', async () => {
  const clock = manualClock()
  const storm = scripted([outage()])
  const lanes = Array.from({ length: 8 }, () => call(storm, clock.platform, never))
  const ends = (await clock.until(Promise.all(lanes))).map((events) => events.at(-1))
  expect(storm.sent()).toBe(8)
  expect(new Set(ends)).toEqual(new Set(['model-unreachable endpoint 30000']))
  expect(await call(storm, clock.platform, never)).toEqual(['model-unreachable endpoint 30000'])
  expect(storm.sent()).toBe(8)
  const elsewhere = withPolicy(scripted([text, end]), { endpoint: 'http://b:1', platform: clock.platform })
  expect(await said(elsewhere)).toEqual(['text', 'end'])
})

test('F14 when the server is back, one call finds out and the others follow it', async () => {
  const clock = manualClock()
  await clock.until(call(scripted([outage()]), clock.platform, never))
  await clock.advance(30_000)
  const back = slow(clock, 2000)
  const lanes = Array.from({ length: 3 }, () => call(back, clock.platform, never))
  const words = await clock.until(Promise.all(lanes))
  expect(back.began).toEqual([33_750, 35_750, 35_750])
  expect(words).toEqual([
    ['text', 'end'],
    ['wait 38750', 'text', 'end'],
    ['wait 38750', 'text', 'end'],
  ])
})

test('a server that fails one prompt but not the others costs that attempt only', async () => {
  const clock = manualClock()
  const fine = scripted([text, end])
  const one: Attempt = async function* () {
    await call(fine, clock.platform, never)
    yield fails({ scope: 'attempt', retry: { because: 'outage' } })
  }
  const words = await clock.until(call(one, clock.platform, never))
  expect(words.at(-1)).toBe('model-unreachable attempt')
})

test('a stop ends a wait at once', async () => {
  const clock = manualClock()
  const stop = new AbortController()
  const attempt = scripted([limit(30_000)])
  const words = call(attempt, clock.platform, stop.signal)
  await clock.advance(10)
  stop.abort()
  expect(await words).toEqual(['wait 30250'])
  expect([attempt.sent(), clock.platform.now()]).toEqual([1, start + 10])
})

test.each<[string, Attempt, readonly string[], readonly string[]]>([
  ['some calls left', scripted([left(3, 20_000), ...good]), ['text', 'end'], ['text', 'end']],
  ['none left', scripted([left(0, 20_000), ...good]), ['text', 'end'], ['wait 20000', 'text', 'end']],
  ['none left for a day', scripted([left(0, 9e7), ...good]), ['text', 'end'], ['wait 60000', 'text', 'end']],
  [
    'none left, and then some',
    scripted([left(0, 20_000), ...good], [left(9, 20_000), ...good]),
    ['text', 'end'],
    ['wait 20000', 'text', 'end'],
  ],
  [
    'a refusal: whoever comes next waits too',
    scripted([limit(2000)], good),
    ['wait 2250', 'text', 'end'],
    ['wait 2000', 'text', 'end'],
  ],
])('F8 what a server says of its limits counts for the next call: %s', async (_, attempt, first, second) => {
  const clock = manualClock()
  const model = withPolicy(attempt, { endpoint: 'http://a:1', platform: clock.platform })
  const one = said(model)
  await clock.advance(0)
  const words = await clock.until(Promise.all([one, said(model)]))
  expect(words).toEqual([first, second])
})

test('F8 limits are told to nobody else, and say nothing of the server’s health', async () => {
  const clock = manualClock()
  const sick = scripted([left(5, 1000), outage()])
  await clock.until(call(sick, clock.platform, never))
  expect([sick.sent(), await call(scripted(good), clock.platform, never)]).toEqual([
    5,
    ['model-unreachable endpoint 33750'],
  ])
})

test('F8 a server that asks for fewer calls gets half as many at once, and slowly more again', async () => {
  const clock = manualClock()
  const model = (attempt: Attempt) =>
    withPolicy(attempt, { endpoint: 'http://a:1', platform: clock.platform })
  const refuses = slow(clock, 10, [limit()])
  const works = slow(clock, 1000)
  let isBusy = true
  const server = model((asked, signal) => (isBusy ? refuses : works)(asked, signal))
  const burst = Array.from({ length: 8 }, () => said(server))
  await clock.advance(50)
  isBusy = false
  await clock.until(Promise.all(burst))
  expect([refuses.count.most, works.count.most]).toEqual([8, 4])
  await clock.until(Promise.all(Array.from({ length: 20 }, () => said(server))))
  expect(works.count.most).toBe(6)
})

test('what the writer waits for goes before the calls of the run that wait for a place', async () => {
  const clock = manualClock()
  const model = (attempt: Attempt) =>
    withPolicy(attempt, { endpoint: 'http://a:1', platform: clock.platform })
  await clock.until(said(model(scripted([limit()], good))))
  const order: string[] = []
  const named = (name: string, priority?: 'writer'): Promise<readonly string[]> =>
    said(
      model(async function* (_, signal) {
        order.push(name)
        await clock.platform.sleep(100, signal)
        yield* good
      }),
      never,
      { ...request, ...(priority && { priority }) },
    )
  const calls = [named('run 1'), named('run 2'), named('run 3'), named('writer', 'writer')]
  await clock.until(Promise.all(calls))
  expect(order).toEqual(['run 1', 'writer', 'run 2', 'run 3'])
})

test.each([
  ['set back by an hour', -3_600_000],
  ['set on by an hour', 3_600_000],
  ['eight hours asleep', 8 * 3_600_000],
])('F15 a clock that was %s ends no call and keeps none waiting for longer', async (_, jump) => {
  const clock = manualClock()
  let offset = 0
  const platform = { ...clock.platform, now: () => clock.platform.now() + offset }
  const server = scripted([left(0, 20_000), limit(10_000)], good)
  const words = call(server, platform, never)
  await clock.advance(5000)
  offset = jump
  expect(await clock.until(words)).toEqual(['wait 10250', 'text', 'end'])
  expect(clock.platform.now() - start).toBeLessThanOrEqual(20_000)
})

test('backoff lies between nought and a bound that doubles up to 30 s', () => {
  const bounds = [1, 2, 3, 4, 7, 20].map((tries) => [backoffMs(tries, () => 0), backoffMs(tries, () => 1)])
  expect(bounds).toEqual([
    [0, 500],
    [0, 1000],
    [0, 2000],
    [0, 4000],
    [0, 30_000],
    [0, 30_000],
  ])
})
