import type { ModelEvent, ModelFailure } from '../../shared/model.ts'
import type { Attempt } from './attempt.ts'
import { breakerOf, createBreaker } from './breaker.ts'
import type { Breaker } from './breaker.ts'
import { closed } from './failing.ts'
import { leftOf, longest, longestWaitMs } from './hold.ts'
import type { Hold } from './hold.ts'
import type { ProviderPlatform } from './provider.ts'

/** One address of a model: how it is asked there, and the scheme, host and port its calls go to. */
export type Address = { readonly attempt: Attempt; readonly endpoint: string }

/** An address, with what the calls of one opened model know of it. */
export type Member = Address & {
  readonly breaker: Breaker
  /** Host and port, as sentences name it. */
  readonly host: string
  /** Until when nothing may be sent: by what the server last said is left, and by what it said when it refused a call. */
  readonly held: { byCount: Hold | null; byRefusal: Hold | null }
  /** Whether the writer was told that it is out, since it last worked. */
  readonly news: { isOut: boolean }
}

/** How one call stands with one member: its tries there, the wait before the next, or how it ended there. */
export type Dealings = {
  readonly tries: number
  readonly wait: Hold | null
  readonly end: ModelFailure | null
}

/** Of a call that has not tried a member yet. */
export const noDealings: Dealings = { tries: 0, wait: null, end: null }

/** What a call can do next: go to one of these members, wait (until any of `sooner`, at most), or end. */
export type Next =
  | { readonly type: 'go'; readonly members: readonly Member[] }
  | { readonly type: 'wait'; readonly hold: Hold; readonly sooner: readonly Promise<void>[] }
  | { readonly type: 'end'; readonly failure: ModelFailure }

/** Milliseconds after which a call looks again whether another has found the server to be back. */
const probeMs = 5_000

/**
 * The members of an opened model. One that stands alone shares the breaker of its endpoint with all that goes there; one
 * of several has its own, which opens at the first failure to connect, since there are others to go to.
 */
export const membersOf = (addresses: readonly Address[], platform: ProviderPlatform): readonly Member[] =>
  addresses.map((address) => ({
    ...address,
    breaker: addresses.length === 1 ? breakerOf(platform, address.endpoint) : createBreaker(platform.now),
    host: URL.parse(address.endpoint)?.host || address.endpoint,
    held: { byCount: null, byRefusal: null },
    news: { isOut: false },
  }))

type Readiness =
  | { readonly type: 'ready' }
  | { readonly type: 'later'; readonly hold: Hold; readonly sooner?: Promise<void> }
  | { readonly type: 'out'; readonly failure: ModelFailure }

/** Whether a call can ask a member now, later, or no more. */
export const readinessOf = ({ breaker, held }: Member, { wait, end }: Dealings, now: number): Readiness => {
  if (end) return { type: 'out', failure: end }
  const refusal = breaker.refusal()
  if (refusal) return { type: 'out', failure: closed(refusal.failure, refusal.until) }
  const { byRefusal } = held
  if (byRefusal && leftOf(byRefusal, now) > longestWaitMs) {
    const failure = { code: 'model-busy', sentence: byRefusal.because, scope: 'endpoint' } as const
    return { type: 'out', failure: { ...failure, retryAt: byRefusal.until } }
  }
  const hold = longest([wait, byRefusal, held.byCount], now)
  if (hold) return { type: 'later', hold }
  const sooner = breaker.probing()
  if (!sooner) return { type: 'ready' }
  const because = 'One call finds out whether the server is back.'
  return { type: 'later', hold: { since: now, until: now + probeMs, because }, sooner }
}

/** The failure that leaves most hope: one of the reply alone, since that server is there; else the one that passes first. */
const best = (failures: readonly ModelFailure[]): ModelFailure | undefined => {
  const rank = ({ scope, retryAt }: ModelFailure): number =>
    scope === 'attempt' ? 0 : (retryAt ?? Number.MAX_VALUE)
  return failures.toSorted((a, b) => rank(a) - rank(b))[0]
}

/** What a call does next, by how it stands with each member; there is at least one. */
export const nextOf = (standing: readonly (readonly [Member, Dealings])[], now: number): Next => {
  const all = standing.map(([member, dealings]) => ({ member, ...readinessOf(member, dealings, now) }))
  const members = all.flatMap((each) => (each.type === 'ready' ? [each.member] : []))
  if (members.length > 0) return { type: 'go', members }
  const later = all.flatMap((each) => (each.type === 'later' ? [each] : []))
  const [first] = later.toSorted((a, b) => leftOf(a.hold, now) - leftOf(b.hold, now))
  if (first) return { type: 'wait', hold: first.hold, sooner: later.flatMap(({ sooner }) => sooner ?? []) }
  const failure = best(all.flatMap((each) => (each.type === 'out' ? [each.failure] : [])))
  if (!failure) throw new Error('a model without an address')
  return { type: 'end', failure }
}

/**
 * What the writer is told when a member that has just failed is out for every call while others are not: once, until it
 * works again. Null where there is nothing to tell.
 */
export const newsOf = (
  member: Member,
  failure: ModelFailure,
  { members, now }: { readonly members: readonly Member[]; readonly now: number },
): Extract<ModelEvent, { readonly type: 'notice' }> | null => {
  const isOut = (each: Member): boolean => readinessOf(each, noDealings, now).type === 'out'
  const left = members.filter((each) => !isOut(each)).length
  if (member.news.isOut || left === 0 || !isOut(member)) return null
  member.news.isOut = true
  const servers = left === 1 ? 'server' : 'servers'
  return {
    type: 'notice',
    sentence: failure.sentence,
    next: `Going on with the other ${left === 1 ? '' : `${left} `}${servers}; this one is tried again later.`,
  }
}
