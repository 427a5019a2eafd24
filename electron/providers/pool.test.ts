import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptEvent } from './attempt.ts'
import { withPool, withPolicy } from './call-policy.ts'
import { gatesOf } from './endpoint-gate.ts'
import { manualClock } from './manual-clock.ts'
import type { ManualClock } from './manual-clock.ts'
import type { Model } from './provider.ts'
import { fails, good, limit, outage, request, said, scripted, slow, start, text } from './scripted-attempt.ts'

const poolOf = ({ platform }: ManualClock, ...attempts: readonly Attempt[]): Model =>
  withPool(
    attempts.map((attempt, i) => ({ attempt, endpoint: `http://${'abc'[i]}:1` })),
    platform,
  )

const never = new AbortController().signal
const cut: AttemptEvent = fails({ code: 'reply-cut', scope: 'attempt' })
const stalled: AttemptEvent = fails({ code: 'reply-stalled', scope: 'attempt' })
const refused: AttemptEvent = fails({ code: 'model-refused-request', scope: 'attempt' })
const badKey: AttemptEvent = fails({ code: 'model-key-refused' })
const sick: AttemptEvent = fails({ scope: 'attempt', retry: { because: 'outage' } })

test.each<[string, readonly AttemptEvent[], readonly string[], number]>([
  ['does not answer', [outage()], ['text', 'end'], 1],
  ['asks for fewer calls', [limit(30_000)], ['text', 'end'], 1],
  ['asks for ten minutes', [limit(600_000)], ['text', 'end'], 1],
  ['is in trouble', [sick], ['text', 'end'], 1],
  ['refuses the key', [badKey], ['text', 'end'], 1],
  ['breaks off before the first word', [cut], ['text', 'end'], 1],
  ['says nothing for too long', [stalled], ['text', 'end'], 1],
  ['breaks off after it', [text, cut], ['text', 'reply-cut attempt'], 0],
  ['refuses the request itself', [refused], ['model-refused-request attempt'], 0],
])('F14 where one address %s the call goes to another at once', async (_, events, words, others) => {
  const clock = manualClock()
  const second = scripted(good)
  const model = poolOf(clock, scripted(events), second)
  expect([await clock.until(said(model)), second.sent(), clock.platform.now() - start]).toEqual([
    words,
    others,
    0,
  ])
})

test('F14 an address that does not answer is taken out, and tried again after a while by one call', async () => {
  const clock = manualClock()
  const dead = scripted([outage()], [outage()], good)
  const model = poolOf(clock, dead, slow(clock, 100))
  const burst = (count: number) => clock.until(Promise.all(Array.from({ length: count }, () => said(model))))
  await burst(1)
  await burst(6)
  expect(dead.sent()).toBe(1)
  await clock.advance(30_000)
  await burst(6)
  expect(dead.sent()).toBe(2)
  await clock.advance(30_000)
  await burst(6)
  expect(dead.sent()).toBeGreaterThan(2)
})

/** What the writer reads during one call. */
const read = async (model: Model): Promise<readonly string[]> =>
  (await Array.fromAsync(model(request, never))).flatMap((event) =>
    event.type === 'notice' ? [`${event.sentence} ${event.next}`] : [],
  )

test('F14 the writer is told once that an address is out, and again when it is out again', async () => {
  const clock = manualClock()
  const model = poolOf(
    clock,
    scripted([outage()], [outage()], good, [outage()]),
    scripted(good),
    scripted(good),
  )
  const calls = async (count: number) => {
    const all = await clock.until(Promise.all(Array.from({ length: count }, () => read(model))))
    return all.flat()
  }
  const news = ['Down. Going on with the other 2 servers; this one is tried again later.']
  expect([await calls(3), await calls(3)]).toEqual([news, []])
  const later: (readonly string[])[] = []
  for (const _ of [1, 2, 3, 4]) {
    await clock.advance(30_000)
    later.push(await calls(3))
  }
  expect(later.flat()).toEqual(news)
})

test.each<[string, readonly [AttemptEvent, AttemptEvent], readonly string[]]>([
  [
    'one refuses the key',
    [badKey, text],
    ['Down. Going on with the other server; this one is tried again later.'],
  ],
  [
    'one wants ten minutes',
    [limit(600_000), text],
    ['Busy. Going on with the other server; this one is tried again later.'],
  ],
  ['one is busy for a moment', [limit(2000), text], []],
  ['one breaks off', [cut, text], []],
  [
    'the last is out too, which the failure says',
    [outage(), outage()],
    ['Down. Going on with the other server; this one is tried again later.'],
  ],
])('F14 of two servers %s: what the writer reads', async (_, [one, two], expected) => {
  const clock = manualClock()
  expect(await clock.until(read(poolOf(clock, scripted([one]), scripted([two, ...good.slice(1)]))))).toEqual(
    expected,
  )
})

test.each<[string, readonly [AttemptEvent, AttemptEvent], string]>([
  ['both dead', [outage(), outage()], 'model-unreachable endpoint 30000'],
  ['one dead, one that wants ten minutes', [outage(), limit(600_000)], 'model-unreachable endpoint 30000'],
  ['ten minutes and two', [limit(600_000), limit(120_000)], 'model-busy endpoint 120000'],
  ['one dead, one that breaks off', [outage(), cut], 'reply-cut attempt'],
  ['one dead, one without the key', [outage(), badKey], 'model-unreachable endpoint 30000'],
])('F14 %s: the call fails as what leaves most hope', async (_, [one, two], last) => {
  const clock = manualClock()
  const model = poolOf(clock, scripted([one]), scripted([two]))
  expect(await clock.until(said(model))).toEqual([last])
})

test('a member that is busy for a moment is waited for where the others are dead', async () => {
  const clock = manualClock()
  const model = poolOf(clock, scripted([outage()]), scripted([limit(2000)], good))
  expect(await clock.until(said(model))).toEqual(['wait 2250', 'text', 'end'])
})

test('F8 an address that wants ten minutes is asked once, whoever calls', async () => {
  const clock = manualClock()
  const spent = scripted([limit(600_000)], good)
  const model = poolOf(clock, spent, scripted(good))
  for (const _ of [1, 2, 3]) expect(await clock.until(said(model))).toEqual(['text', 'end'])
  expect(spent.sent()).toBe(1)
  await clock.advance(600_000)
  await clock.until(Promise.all([said(model), said(model)]))
  expect(spent.sent()).toBe(2)
})

test('each address has its own tries', async () => {
  const clock = manualClock()
  const [one, two] = [scripted([sick]), scripted([sick], [sick], [sick], [sick], good)]
  const words = await clock.until(said(poolOf(clock, one, two)))
  expect([words.at(-1), one.sent(), two.sent()]).toEqual(['end', 5, 5])
})

test('calls go to the least busy address', async () => {
  const clock = manualClock()
  const members = [slow(clock, 1000), slow(clock, 1000), slow(clock, 1000)]
  const model = poolOf(clock, ...members)
  await clock.until(Promise.all(Array.from({ length: 9 }, () => said(model))))
  expect(members.map(({ count }) => count.most)).toEqual([3, 3, 3])
})

const beginning = (words: string): ModelRequest => ({
  ...request,
  messages: [
    { from: 'system', text: words, cacheUpTo: true },
    { from: 'user', text: 'Write.' },
  ],
})

test('of equally busy addresses the one that served the same beginning last', async () => {
  const clock = manualClock()
  const order: string[] = []
  const named = (name: string): Attempt =>
    async function* ({ messages }) {
      order.push(`${messages[0]?.text} ${name}`)
      yield* good
    }
  const model = poolOf(clock, named('a'), named('b'))
  for (const words of ['x', 'y', 'y', 'y', 'x', 'y', 'x']) {
    await said(model, never, beginning(words))
  }
  expect(order).toEqual(['x a', 'y b', 'y b', 'y b', 'x a', 'y b', 'x a'])
})

test('F9 a pool leaves the breaker of an endpoint as it is for those that ask it by itself', async () => {
  const clock = manualClock()
  await clock.until(said(poolOf(clock, scripted([badKey]), scripted(good))))
  const alone = withPolicy(scripted(good), { endpoint: 'http://a:1', platform: clock.platform })
  expect(await said(alone)).toEqual(['text', 'end'])
})

const anyEnd = fc.constantFrom<readonly AttemptEvent[]>(
  good,
  [outage()],
  [limit(1000)],
  [sick],
  [cut],
  [badKey],
)

test('while one address works every call is answered, whatever the others do', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyEnd, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 12 }),
      async (others, calls) => {
        const clock = manualClock()
        const model = poolOf(clock, ...others.map((tries) => scripted(...tries)), slow(clock, 300))
        const words = await clock.until(Promise.all(Array.from({ length: calls }, () => said(model))))
        expect(words.map((all) => all.at(-1))).toEqual(Array.from({ length: calls }, () => 'end'))
      },
    ),
    { numRuns: 60 },
  ))

test('whatever the addresses do, every call ends, once, and gives its place back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyEnd, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 8 }),
      async (members, calls) => {
        const clock = manualClock()
        const attempts = members.map((tries) => scripted(...tries))
        const model = poolOf(clock, ...attempts)
        const words = await clock.until(Promise.all(Array.from({ length: calls }, () => said(model))))
        const lasts = words.map((all) => all.filter((word) => !/^(?:wait|text)/u.test(word)).length)
        expect(lasts).toEqual(Array.from({ length: calls }, () => 1))
        expect(attempts.reduce((sum, { sent }) => sum + sent(), 0)).toBeLessThanOrEqual(
          calls * 5 * members.length,
        )
        const { standing } = gatesOf(clock.platform)
        expect(members.map((_, i) => standing(`http://${'abc'[i]}:1`).inHand)).toEqual(members.map(() => 0))
      },
    ),
    { numRuns: 60 },
  ))
