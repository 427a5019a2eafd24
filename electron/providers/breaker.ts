import type { AttemptFailure } from './attempt.ts'
import type { ProviderPlatform } from './provider.ts'

/** Failures in a row that open a breaker, and milliseconds it then stays open. */
export const breakerBounds = { failures: 5, openMs: 30_000 } as const

/**
 * How one try ended, for the breaker: `unknown` where it says nothing of the server (stopped, or too many calls). One
 * that `opens` need not happen again to be believed.
 */
export type Outcome =
  | { readonly type: 'works' | 'unknown' }
  | { readonly type: 'fails'; readonly failure: AttemptFailure; readonly opens?: boolean }

/** An open breaker: nothing is sent before `until` (ms since 1970), because of `failure`. */
type Refusal = { readonly type: 'refused'; readonly until: number; readonly failure: AttemptFailure }

/** What a try may do: go (and settle once), not go, or wait for the one try that finds out whether the server is back. */
export type Passage =
  | { readonly type: 'go'; readonly settle: (outcome: Outcome) => void }
  | { readonly type: 'probing'; readonly settled: Promise<void> }
  | Refusal

/** Keeps calls from a server that fails again and again. `probing` is there while one try finds out whether it is back. */
export type Breaker = {
  readonly enter: () => Passage
  readonly refusal: () => Refusal | null
  readonly probing: () => Promise<void> | null
}

/** A closed breaker. Opened by five failures in a row, it lets one try through after 30 s and closes when that works. */
export const createBreaker = (now: () => number): Breaker => {
  let failures = 0
  let open: { readonly since: number; readonly failure: AttemptFailure } | null = null
  let probe: PromiseWithResolvers<void> | null = null

  const refusal = (): Refusal | null => {
    if (!open) return null
    const until = open.since + breakerBounds.openMs
    // A clock that was set back must not keep the breaker open for longer than it may be.
    const isOpen = now() < until && now() >= open.since
    return isOpen ? { type: 'refused', until, failure: open.failure } : null
  }

  const settle = (outcome: Outcome, isProbe: boolean): void => {
    if (outcome.type === 'works') {
      failures = 0
      open = null
    } else if (outcome.type === 'fails') {
      failures += 1
      if (isProbe || (!open && (outcome.opens === true || failures >= breakerBounds.failures))) {
        open = { since: now(), failure: outcome.failure }
      }
    }
    if (isProbe) {
      probe?.resolve()
      probe = null
    }
  }

  const enter = (): Passage => {
    const refused = refusal()
    if (refused) return refused
    if (probe) return { type: 'probing', settled: probe.promise }
    const isProbe = open !== null
    if (isProbe) probe = Promise.withResolvers()
    let isSettled = false
    return {
      type: 'go',
      settle: (outcome) => {
        if (!isSettled) settle(outcome, isProbe)
        isSettled = true
      },
    }
  }

  return { enter, refusal, probing: () => probe?.promise ?? null }
}

const breakers = new WeakMap<ProviderPlatform, Map<string, Breaker>>()

/** The breaker of an endpoint: one for all models and calls of a platform that have nowhere else to go. */
export const breakerOf = (platform: ProviderPlatform, endpoint: string): Breaker => {
  const known = breakers.get(platform) ?? new Map<string, Breaker>()
  breakers.set(platform, known)
  const breaker = known.get(endpoint) ?? createBreaker(platform.now)
  known.set(endpoint, breaker)
  return breaker
}
