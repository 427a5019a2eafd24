import type { ModelEvent, ModelFailure, ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptFailure, Retry } from './attempt.ts'
import { breakerBounds, breakerOf } from './breaker.ts'
import type { Breaker, Outcome, Passage } from './breaker.ts'
import type { Model, ProviderPlatform } from './provider.ts'

/** The bounds of one call: tries, milliseconds in all, and the longest wait a server may ask of a running call. */
const callBounds = { tries: 5, callMs: 300_000, longestWaitMs: 60_000 } as const

/** Where calls go (one breaker for all that go there), and the clock, network and chance of the host. */
export type Policy = { readonly endpoint: string; readonly platform: ProviderPlatform }

type Retryable = AttemptFailure & { readonly retry: Retry }
type Go = Extract<Passage, { readonly type: 'go' }>

/** Exponential backoff with full jitter: uniform between 0 and 0.5 s · 2^(tries − 1), at most 30 s. In milliseconds. */
export const backoffMs = (tries: number, random: () => number): number =>
  random() * Math.min(30_000, 500 * 2 ** (tries - 1))

const plain = ({ code, sentence, scope, retryAt }: AttemptFailure): ModelFailure => ({
  code,
  sentence,
  scope,
  ...(retryAt !== undefined && { retryAt }),
})

const outcomeOf = (failure: AttemptFailure): Outcome => {
  if (failure.retry?.because === 'limit') return { type: 'unknown' }
  const isOutage = failure.retry !== undefined || failure.code === 'reply-stalled'
  return isOutage ? { type: 'fails', failure } : { type: 'works' }
}

/** One try. Returns the failure when the call may be tried again; yields everything else. */
async function* tryOnce(
  events: ReturnType<Attempt>,
  settle: Go['settle'],
): AsyncGenerator<ModelEvent, Retryable | null> {
  let hasText = false
  try {
    for await (const event of events) {
      if (event.type !== 'failed') {
        settle({ type: 'works' })
        hasText ||= event.type === 'text'
        yield event
        continue
      }
      const { failure } = event
      const { retry } = failure
      settle(outcomeOf(failure))
      if (retry && !hasText) return { ...failure, retry }
      yield { ...event, failure: plain(failure) }
    }
    return null
  } finally {
    settle({ type: 'unknown' })
  }
}

/** Waits while another call finds out whether the server is back. Null when the call was stopped meanwhile. */
async function* entrance(
  breaker: Breaker,
  platform: ProviderPlatform,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, Exclude<Passage, { readonly type: 'probing' }> | null> {
  while (!signal.aborted) {
    const passage = breaker.enter()
    if (passage.type !== 'probing') return passage
    yield {
      type: 'wait',
      until: platform.now() + 5000,
      because: 'One call finds out whether the server is back.',
    }
    const over = new AbortController()
    void passage.settled.then(() => over.abort())
    await platform.sleep(5000, AbortSignal.any([signal, over.signal]))
  }
  return null
}

const closed = (failure: AttemptFailure, retryAt: number): ModelFailure => ({
  ...plain(failure),
  scope: 'endpoint',
  retryAt,
})

/** How a call ends after this failure, or null when it may be tried again in `delay` milliseconds. */
const ending = (
  failure: Retryable,
  breaker: Breaker,
  { now, delay, isLast }: { readonly now: number; readonly delay: number; readonly isLast: boolean },
): ModelFailure | null => {
  const asked = failure.retry.afterMs ?? 0
  if (asked > callBounds.longestWaitMs) return { ...closed(failure, now + asked), code: 'model-busy' }
  const refusal = breaker.refusal()
  if (refusal) return closed(failure, refusal.until)
  if (!isLast) return null
  return failure.scope === 'endpoint'
    ? closed(failure, now + Math.max(delay, breakerBounds.openMs))
    : plain(failure)
}

/**
 * The only layer that retries: at most 5 tries or 5 minutes a call, only before the first text, waiting what the
 * server asks plus a jittered backoff. A server that asks for over a minute, or that failed five times in a row
 * (whoever called), ends the call at once with the time from when it makes sense to go on.
 */
export const withPolicy = (attempt: Attempt, { endpoint, platform }: Policy): Model => {
  const breaker = breakerOf(platform, endpoint)
  return async function* (request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const started = platform.now()
    for (let tries = 1; ; tries += 1) {
      const passage = yield* entrance(breaker, platform, signal)
      if (!passage) return
      if (passage.type === 'refused') {
        yield { type: 'failed', failure: closed(passage.failure, passage.until) }
        return
      }
      const failure = yield* tryOnce(attempt(request, signal), passage.settle)
      if (!failure || signal.aborted) return
      const now = platform.now()
      const delay = (failure.retry.afterMs ?? 0) + backoffMs(tries, platform.random)
      const isLast = tries >= callBounds.tries || now + delay - started > callBounds.callMs
      const end = ending(failure, breaker, { now, delay, isLast })
      if (end) {
        yield { type: 'failed', failure: end }
        return
      }
      yield { type: 'wait', until: now + delay, because: failure.sentence }
      await platform.sleep(delay, signal)
    }
  }
}
