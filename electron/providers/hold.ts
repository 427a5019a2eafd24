import type { RateLimits } from './attempt.ts'

/** Nothing is to be sent from `since` to `until` (ms since 1970), for the reason that `because` tells the writer. */
export type Hold = { readonly since: number; readonly until: number; readonly because: string }

/** The longest wait, in milliseconds, that a server may ask of a call; where it wants a longer one the call ends. */
export const longestWaitMs = 60_000

/** A timer may ring so many milliseconds before the clock says that it is time. */
const slackMs = 5

/** Milliseconds that a hold still lasts. A clock that was set back to before it began ends it. */
export const leftOf = (hold: Hold | null | undefined, now: number): number => {
  if (!hold || now < hold.since) return 0
  return hold.until - now > slackMs ? hold.until - now : 0
}

/** The hold of several that ends last; null where all have ended. */
export const longest = (holds: readonly (Hold | null | undefined)[], now: number): Hold | null =>
  holds.reduce<Hold | null>(
    (most, hold) => (hold && leftOf(hold, now) > leftOf(most, now) ? hold : most),
    null,
  )

/**
 * The hold that a server's own count calls for: where nothing is left, until it is reset, at most a minute. What servers
 * name is when all of it is back, and the first part of it is back long before: after a minute it is tried.
 */
export const holdOf = (
  { requests, tokens }: RateLimits,
  { now, host }: { readonly now: number; readonly host: string },
): Hold | null => {
  const spent = [
    { limit: requests, of: 'calls' },
    { limit: tokens, of: 'tokens' },
  ].flatMap(({ limit, of }): readonly Hold[] => {
    if (!limit || limit.left > 0) return []
    const because = `The server at ${host} allows no more ${of} for the moment.`
    return [{ since: now, until: Math.min(limit.resetsAt, now + longestWaitMs), because }]
  })
  return longest(spent, now)
}
