import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptFailure } from './attempt.ts'
import { breakerBounds } from './breaker.ts'
import type { Breaker, Passage } from './breaker.ts'
import { gatesOf } from './endpoint-gate.ts'
import type { Gates, Place } from './endpoint-gate.ts'
import { closed, mayGoOn, outcomeOf, plain } from './failing.ts'
import { holdOf, leftOf, longestWaitMs } from './hold.ts'
import { createLastServed } from './last-served.ts'
import type { LastServed } from './last-served.ts'
import type { Lesson } from './learned-lanes.ts'
import { membersOf, newsOf, nextOf, noDealings, readinessOf } from './pool.ts'
import type { Address, Dealings, Member, Next } from './pool.ts'
import type { Model, ProviderPlatform } from './provider.ts'

/** The bounds of one call: tries at one address, and milliseconds in all. */
const callBounds = { tries: 5, callMs: 300_000 } as const

/** Where calls go (one breaker and one gate for all that go there alone), and the clock, network and chance of the host. */
export type Policy = { readonly endpoint: string; readonly platform: ProviderPlatform }

/** What all calls of one opened model share. */
type Pool = {
  readonly members: readonly Member[]
  readonly gates: Gates
  readonly served: LastServed
  readonly platform: ProviderPlatform
}

/** One call; `dealings` and `startedAt` change as it goes on. */
type Call = {
  readonly request: ModelRequest
  readonly signal: AbortSignal
  readonly arrival: number
  readonly dealings: Map<Member, Dealings>
  startedAt: number | null
}

/** Exponential backoff with full jitter: uniform between 0 and 0.5 s · 2^(tries − 1), at most 30 s. In milliseconds. */
export const backoffMs = (tries: number, random: () => number): number =>
  random() * Math.min(30_000, 500 * 2 ** (tries - 1))

const dealingsWith = ({ dealings }: Call, member: Member): Dealings => dealings.get(member) ?? noDealings

/** How a call stands with a member that has just failed it. */
const dealingsAfter = (
  failure: AttemptFailure,
  tries: number,
  {
    startedAt,
    platform,
    breaker,
  }: { readonly startedAt: number; readonly platform: ProviderPlatform; readonly breaker: Breaker },
): Dealings => {
  const now = platform.now()
  const { retry, scope, sentence } = failure
  if (!retry) return { tries, wait: null, end: plain(failure) }
  const asked = retry.afterMs ?? 0
  if (asked > longestWaitMs) {
    return { tries, wait: null, end: { ...closed(failure, now + asked), code: 'model-busy' } }
  }
  const delay = asked + backoffMs(tries, platform.random)
  const isLast = tries >= callBounds.tries || now + delay - startedAt > callBounds.callMs
  if (!isLast) return { tries, wait: { since: now, until: now + delay, because: sentence }, end: null }
  const refusal = breaker.refusal()
  if (refusal) return { tries, wait: null, end: closed(failure, refusal.until) }
  const isOfEndpoint = scope === 'endpoint'
  const retryAt = now + Math.max(delay, breakerBounds.openMs)
  return { tries, wait: null, end: isOfEndpoint ? closed(failure, retryAt) : plain(failure) }
}

/** Keeps the other calls from a server that has asked one of them to wait: it knows better than its own count. */
const noteRefusal = ({ held }: Member, { retry, sentence }: AttemptFailure, now: number): void => {
  const afterMs = retry?.because === 'limit' ? retry.afterMs : undefined
  if (afterMs === undefined) return
  held.byRefusal = { since: now, until: now + afterMs, because: sentence }
  held.byCount = null
}

type Try = {
  readonly member: Member
  readonly place: Place
  readonly settle: Extract<Passage, { readonly type: 'go' }>['settle']
}

/** One try. Returns the failure when the call may go on after it; yields everything else. */
async function* tryOnce(
  { platform, members }: Pool,
  { member, place, settle }: Try,
  { request, signal }: Call,
): AsyncGenerator<ModelEvent, AttemptFailure | null> {
  const others = members.length > 1
  let hasText = false
  let lesson: Lesson = 'nothing'
  try {
    for await (const event of member.attempt(request, signal)) {
      if (event.type === 'limits') {
        const { host, held } = member
        held.byCount = holdOf(event.limits, { now: platform.now(), host })
        continue
      }
      if (event.type !== 'failed') {
        settle({ type: 'works' })
        member.news.isOut = false
        hasText ||= event.type === 'text'
        if (event.type === 'end') lesson = 'good'
        yield event
        continue
      }
      const { failure } = event
      settle(outcomeOf(failure, others))
      if (failure.retry?.because === 'limit') lesson = 'limit'
      // Who has nowhere else to go ends when the wait is long, and the run comes back when it is over.
      if (others || (failure.retry?.afterMs ?? 0) <= longestWaitMs)
        noteRefusal(member, failure, platform.now())
      const news = newsOf(member, failure, { members, now: platform.now() })
      if (news) yield news
      if (!hasText && mayGoOn(failure, others)) return failure
      yield { ...event, failure: plain(failure) }
    }
    return null
  } finally {
    settle({ type: 'unknown' })
    place.leave(lesson)
  }
}

/** A place with a member that is ready to be asked when it comes; null where the call is to look around anew, or was stopped. */
const enter = async (
  { gates, served, platform, members: all }: Pool,
  members: readonly Member[],
  call: Call,
): Promise<Try | null> => {
  const { request, signal, arrival } = call
  const prefers = all.length > 1 ? served.by(request) : undefined
  const endpoints = [...new Set(members.map(({ endpoint }) => endpoint))]
  const place = await gates.enter({ endpoints, priority: request.priority, arrival, prefers }, signal)
  if (!place) return null
  const [member] = members
    .filter(({ endpoint }) => endpoint === place.endpoint)
    .toSorted((a, b) => dealingsWith(call, a).tries - dealingsWith(call, b).tries)
  const isReady = member && readinessOf(member, dealingsWith(call, member), platform.now()).type === 'ready'
  const passage = isReady ? member.breaker.enter() : null
  if (!member || passage?.type !== 'go') {
    place.leave('nothing')
    return null
  }
  if (all.length > 1) served.note(request, place.endpoint)
  return { member, place, settle: passage.settle }
}

const wait = async (
  { platform }: Pool,
  { hold, sooner }: Extract<Next, { readonly type: 'wait' }>,
  signal: AbortSignal,
): Promise<void> => {
  const over = new AbortController()
  for (const each of sooner) void each.then(() => over.abort())
  await platform.sleep(leftOf(hold, platform.now()), AbortSignal.any([signal, over.signal]))
}

async function* ask(pool: Pool, call: Call): AsyncGenerator<ModelEvent> {
  const { members, platform } = pool
  while (!call.signal.aborted) {
    const next = nextOf(
      members.map((member) => [member, dealingsWith(call, member)]),
      platform.now(),
    )
    if (next.type === 'end') {
      yield { type: 'failed', failure: next.failure }
      return
    }
    if (next.type === 'wait') {
      yield { type: 'wait', until: next.hold.until, because: next.hold.because }
      await wait(pool, next, call.signal)
      continue
    }
    const entered = await enter(pool, next.members, call)
    if (!entered) continue
    const { member } = entered
    const startedAt = (call.startedAt ??= platform.now())
    const failure = yield* tryOnce(pool, entered, call)
    if (!failure) return
    const tries = dealingsWith(call, member).tries + 1
    call.dealings.set(member, dealingsAfter(failure, tries, { startedAt, platform, breaker: member.breaker }))
  }
}

/**
 * The only layer that retries. Each call waits for a place at an address, what the writer waits for first: at the least
 * busy one, of equals where a prompt that begins alike was served last. Before the first text, a failure sends it to
 * another address at once; where there is none it is tried again, at most 5 times an address or 5 minutes in all, after
 * what the server asks plus a jittered backoff. A server that asks for over a minute, or that failed five times in a
 * row (whoever called), ends the call at once with the time from when it makes sense to go on.
 */
export const withPool = (addresses: readonly Address[], platform: ProviderPlatform): Model => {
  const gates = gatesOf(platform)
  const pool = { members: membersOf(addresses, platform), gates, served: createLastServed(), platform }
  return (request, signal) =>
    ask(pool, { request, signal, arrival: gates.arrive(), dealings: new Map(), startedAt: null })
}

/** The same for a model that has one address. */
export const withPolicy = (attempt: Attempt, { endpoint, platform }: Policy): Model =>
  withPool([{ attempt, endpoint }], platform)
