import { expect, test } from 'vitest'
import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptEvent, AttemptFailure, Retry } from './attempt.ts'
import { backoffMs, withPolicy } from './call-policy.ts'
import { manualClock } from './manual-clock.ts'
import type { ProviderPlatform } from './provider.ts'

const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [],
  maxOutput: 100,
  seed: 1,
  temperature: 0,
}
const start = 1_000_000

const text: AttemptEvent = { type: 'text', text: 'Once.' }
const end: AttemptEvent = { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
const fails = (failure: Partial<AttemptFailure>): AttemptEvent => ({
  type: 'failed',
  failure: { code: 'model-unreachable', sentence: 'Down.', scope: 'endpoint', ...failure },
})
const outage = (afterMs?: number): AttemptEvent => fails({ retry: retry('outage', afterMs) })
const limit = (afterMs?: number): AttemptEvent =>
  fails({ code: 'model-busy', sentence: 'Busy.', retry: retry('limit', afterMs) })
const retry = (because: Retry['because'], afterMs?: number): Retry => ({
  because,
  ...(afterMs !== undefined && { afterMs }),
})

/** A model that answers the n-th try with the n-th list, and every later one with the last. */
const scripted = (
  ...tries: readonly (readonly AttemptEvent[])[]
): Attempt & { readonly sent: () => number } => {
  let sent = 0
  const attempt: Attempt = async function* () {
    sent += 1
    yield* tries[Math.min(sent, tries.length) - 1] ?? []
  }
  return Object.assign(attempt, { sent: () => sent })
}

/** Events as words: waits in ms from the start, failures with code, scope and when to go on. */
const told = (event: ModelEvent): string => {
  if (event.type === 'wait') return `wait ${event.until - start}`
  if (event.type !== 'failed') return event.type
  const { code, scope, retryAt } = event.failure
  expect(event.failure).not.toHaveProperty('retry')
  return [code, scope, retryAt === undefined ? '' : retryAt - start].join(' ').trim()
}

const call = async (
  attempt: Attempt,
  platform: ProviderPlatform,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const model = withPolicy(attempt, { endpoint: 'http://a:1', platform })
  return (await Array.fromAsync(model(request, signal))).map(told)
}

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
  expect((await Array.fromAsync(elsewhere(request, never))).map(told)).toEqual(['text', 'end'])
})

test('F14 when the server is back, one call finds out and the others follow it', async () => {
  const clock = manualClock()
  await clock.until(call(scripted([outage()]), clock.platform, never))
  await clock.advance(30_000)
  const started: number[] = []
  const slow: Attempt = async function* (_, signal) {
    started.push(clock.platform.now() - start)
    await clock.platform.sleep(2000, signal)
    yield* [text, end]
  }
  const lanes = Array.from({ length: 3 }, () => call(slow, clock.platform, never))
  const said = await clock.until(Promise.all(lanes))
  expect(started).toEqual([33_750, 35_750, 35_750])
  expect(said).toEqual([
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
  const said = await clock.until(call(one, clock.platform, never))
  expect(said.at(-1)).toBe('model-unreachable attempt')
})

test('a stop ends a wait at once', async () => {
  const clock = manualClock()
  const stop = new AbortController()
  const attempt = scripted([limit(30_000)])
  const said = call(attempt, clock.platform, stop.signal)
  await clock.advance(10)
  stop.abort()
  expect(await said).toEqual(['wait 30250'])
  expect([attempt.sent(), clock.platform.now()]).toEqual([1, start + 10])
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
