import type { RateLimits } from './attempt.ts'
import { httpDateIn } from './retry-after.ts'

type Headers = Readonly<Record<string, string | undefined>>
type Limit = { readonly left: number; readonly resetsAt: number }
type Unit = keyof RateLimits

const dayMs = 24 * 60 * 60 * 1000
const minuteMs = 60_000

/** What is counted, the header that says what is left, the one that says until when, and the window where none does. */
type Pair = readonly [unit: Unit, left: string, resets: string, windowMs?: number]

const pairs: readonly Pair[] = [
  // OpenAI, and the many that answer like it (Groq, Together, LiteLLM, Azure).
  ['requests', 'x-ratelimit-remaining-requests', 'x-ratelimit-reset-requests'],
  ['tokens', 'x-ratelimit-remaining-tokens', 'x-ratelimit-reset-tokens'],
  // Anthropic: `tokens` is the narrowest of its token limits, the other two are told beside it.
  ['requests', 'anthropic-ratelimit-requests-remaining', 'anthropic-ratelimit-requests-reset'],
  ['tokens', 'anthropic-ratelimit-tokens-remaining', 'anthropic-ratelimit-tokens-reset'],
  ['tokens', 'anthropic-ratelimit-input-tokens-remaining', 'anthropic-ratelimit-input-tokens-reset'],
  ['tokens', 'anthropic-ratelimit-output-tokens-remaining', 'anthropic-ratelimit-output-tokens-reset'],
  // Mistral (which names the window and no end of it), and Cerebras.
  ['requests', 'x-ratelimit-remaining-req-minute', 'x-ratelimit-reset-req-minute', minuteMs],
  ['requests', 'x-ratelimit-remaining-requests-minute', 'x-ratelimit-reset-requests-minute', minuteMs],
  ['requests', 'x-ratelimit-remaining-requests-day', 'x-ratelimit-reset-requests-day'],
  ['tokens', 'x-ratelimit-remaining-tokens-minute', 'x-ratelimit-reset-tokens-minute', minuteMs],
  ['tokens', 'x-ratelimitbysize-remaining-minute', 'ratelimitbysize-reset', minuteMs],
  ['tokens', 'ratelimitbysize-remaining', 'ratelimitbysize-reset'],
  // OpenRouter and most gateways; the three headers of the IETF draft up to its sixth version.
  ['requests', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
  ['requests', 'ratelimit-remaining', 'ratelimit-reset'],
]

const numberIn = (value: string | undefined): number | null =>
  value !== undefined && /^\d{1,15}(\.\d+)?$/.test(value.trim()) ? Number(value) : null

const unitMs = { ms: 1, s: 1000, m: minuteMs, h: 60 * minuteMs, d: dayMs } as const
const isUnit = (name: string): name is keyof typeof unitMs => Object.hasOwn(unitMs, name)

/** `6m0s`, `1s`, `120ms` as milliseconds. */
const durationIn = (value: string): number | null => {
  if (!/^(\d{1,9}(\.\d+)?(ms|[smhd]))+$/.test(value)) return null
  return [...value.matchAll(/([\d.]+)([a-z]+)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (isUnit(unit) ? unitMs[unit] : 0),
    0,
  )
}

/** Seconds to go, or where the number is too large for that (over three years), seconds or milliseconds since 1970. */
const delayIn = (count: number, serverNow: number): number => {
  if (count < 1e8) return count * 1000
  return (count < 1e11 ? count * 1000 : count) - serverNow
}

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

/** When a limit is reset by this host's clock, whichever way the server writes it: at most a day from now. */
const resetIn = (value: string | undefined, now: number, serverNow: number): number | null => {
  const said = value?.trim() ?? ''
  const count = numberIn(said)
  const at = instant.test(said) ? Date.parse(said) : httpDateIn(said)
  const delay =
    count === null ? (durationIn(said) ?? (at === null ? null : at - serverNow)) : delayIn(count, serverNow)
  return delay === null || Number.isNaN(delay) ? null : now + Math.min(Math.max(0, delay), dayMs)
}

/** The one `RateLimit` header: `"default";r=50;t=30` for each policy, or in earlier drafts `remaining=50, reset=30`. */
const fieldLimits = (value: string, now: number): readonly (readonly [Unit, Limit])[] => {
  const members = /"\s*;/.test(value) ? value.split(',') : [value]
  return members.flatMap((member) => {
    const parameter = (names: string): number | null =>
      numberIn(new RegExp(String.raw`(?:^|[;,\s])(?:${names})\s*=\s*([\d.]+)`).exec(member)?.[1])
    const left = parameter('r|remaining')
    const seconds = parameter('t|reset')
    if (left === null || seconds === null) return []
    const unit: Unit = /^\s*"[^"]*token/i.test(member) ? 'tokens' : 'requests'
    return [[unit, { left, resetsAt: now + Math.min(seconds * 1000, dayMs) }] as const]
  })
}

/** The narrowest of several limits: the least left, and of those the one that lasts longest. */
const narrowest = (limits: readonly Limit[]): Limit | undefined =>
  limits.toSorted((a, b) => a.left - b.left || b.resetsAt - a.resetsAt)[0]

/**
 * What a server says may still be sent, from the headers that vendors and gateways use; of several limits of one kind
 * the narrowest. Null where nothing usable is said. Instants are reckoned from the server's own `date`, so that a
 * wrong clock does not matter, and lie at most a day ahead. Header names in lower case; `now` in ms since 1970.
 */
export const rateLimitsIn = (headers: Headers, now: number): RateLimits | null => {
  const serverNow = httpDateIn(headers['date']?.trim() ?? '') ?? now
  const told = pairs.flatMap(([unit, left, resets, windowMs]) => {
    const count = numberIn(headers[left])
    if (count === null) return []
    const resetsAt =
      resetIn(headers[resets], now, serverNow) ?? (windowMs === undefined ? null : now + windowMs)
    return resetsAt === null ? [] : [[unit, { left: count, resetsAt }] as const]
  })
  const all = [...told, ...fieldLimits(headers['ratelimit'] ?? '', now)]
  const of = (unit: Unit): Limit | undefined =>
    narrowest(all.filter(([counted]) => counted === unit).map(([, limit]) => limit))
  const requests = of('requests')
  const tokens = of('tokens')
  if (!requests && !tokens) return null
  return { ...(requests && { requests }), ...(tokens && { tokens }) }
}
