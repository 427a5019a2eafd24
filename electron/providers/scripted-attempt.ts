import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptEvent, AttemptFailure, RateLimits, Retry } from './attempt.ts'
import type { ManualClock } from './manual-clock.ts'
import type { Model } from './provider.ts'

/** When a manual clock starts, in ms since 1970. */
export const start = 1_000_000

/** A request for tests. */
export const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [],
  maxOutput: 100,
  seed: 1,
  temperature: 0,
}

export const text: AttemptEvent = { type: 'text', text: 'Once.' }
export const end: AttemptEvent = { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }

/** A good reply. */
export const good: readonly AttemptEvent[] = [text, end]

/** A failure; unless it says otherwise the server is not there. */
export const fails = (failure: Partial<AttemptFailure> = {}): AttemptEvent => ({
  type: 'failed',
  failure: { code: 'model-unreachable', sentence: 'Down.', scope: 'endpoint', ...failure },
})

const retry = (because: Retry['because'], afterMs?: number): Retry => ({
  because,
  ...(afterMs !== undefined && { afterMs }),
})

/** The server is not well; `afterMs` is what it asks to wait. */
export const outage = (afterMs?: number): AttemptEvent => fails({ retry: retry('outage', afterMs) })

/** The server asks for fewer calls. */
export const limit = (afterMs?: number): AttemptEvent =>
  fails({ code: 'model-busy', sentence: 'Busy.', retry: retry('limit', afterMs) })

/** So many calls may still be sent before so many ms are over. */
export const left = (calls: number, ms: number): AttemptEvent => {
  const limits: RateLimits = { requests: { left: calls, resetsAt: start + ms } }
  return { type: 'limits', limits }
}

/** A model that answers the n-th try with the n-th list, and every later one with the last. */
export const scripted = (
  ...tries: readonly (readonly AttemptEvent[])[]
): Attempt & { readonly sent: () => number } => {
  let sent = 0
  const attempt: Attempt = async function* () {
    sent += 1
    yield* tries[Math.min(sent, tries.length) - 1] ?? []
  }
  return Object.assign(attempt, { sent: () => sent })
}

/** A model that takes its time, and says when each of its calls began, in ms from the start, and how many it had at once. */
export const slow = ({ platform }: ManualClock, ms: number, last: readonly AttemptEvent[] = good) => {
  const began: number[] = []
  const count = { now: 0, most: 0 }
  const attempt: Attempt = async function* (_, signal) {
    began.push(platform.now() - start)
    count.now += 1
    count.most = Math.max(count.most, count.now)
    try {
      await platform.sleep(ms, signal)
      yield* last
    } finally {
      count.now -= 1
    }
  }
  return Object.assign(attempt, { began, count })
}

const word = (event: ModelEvent): string => {
  if (event.type === 'wait') return `wait ${event.until - start}`
  if (event.type !== 'failed') return event.type
  const { code, scope, retryAt } = event.failure
  const known = new Set(['code', 'sentence', 'scope', 'retryAt'])
  const foreign = Object.keys(event.failure).filter((name) => !known.has(name))
  return [code, scope, retryAt === undefined ? '' : retryAt - start, ...foreign].join(' ').trim()
}

/** One call as words: waits in ms from the start, failures with code, scope and when to go on; without its notices. */
export const said = async (
  model: Model,
  signal: AbortSignal = new AbortController().signal,
  asked: ModelRequest = request,
): Promise<readonly string[]> =>
  (await Array.fromAsync(model(asked, signal))).filter(({ type }) => type !== 'notice').map(word)
