import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RateLimits } from './attempt.ts'
import { rateLimitsIn } from './rate-limits.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const day = 86_400_000
const requests = (left: number, ms: number): RateLimits => ({ requests: { left, resetsAt: now + ms } })
const tokens = (left: number, ms: number): RateLimits => ({ tokens: { left, resetsAt: now + ms } })

const openai = (left: string, resets: string) => ({
  'x-ratelimit-remaining-requests': left,
  'x-ratelimit-reset-requests': resets,
})
const gateway = (left: string, resets: string) => ({
  'x-ratelimit-remaining': left,
  'x-ratelimit-reset': resets,
})
const anthropic = (what: string, left: string, resets: string) => ({
  [`anthropic-ratelimit-${what}-remaining`]: left,
  [`anthropic-ratelimit-${what}-reset`]: resets,
})

const cases: readonly [string, Record<string, string>, RateLimits | null][] = [
  ['nothing', {}, null],
  ['minutes and seconds', openai('59', '6m0s'), requests(59, 360_000)],
  ['a second', openai('0', '1s'), requests(0, 1000)],
  ['milliseconds', openai('0', '120ms'), requests(0, 120)],
  ['parts of a second', openai('7', '2m59.56s'), requests(7, 179_560)],
  ['plain seconds', openai('7', '4'), requests(7, 4000)],
  ['over a day: a day', openai('0', '72h0m'), requests(0, day)],
  ['no end told', { 'x-ratelimit-remaining-requests': '0' }, null],
  ['no number left', openai('-1', '1s'), null],
  ['rubbish left', openai('many', '1s'), null],
  ['rubbish end', openai('3', 'soon'), null],
  ['a unit nobody knows', openai('3', '5w'), null],
  ['an empty end', openai('3', ''), null],
  [
    'both of OpenAI’s',
    { ...openai('5', '1s'), 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '8.64s' },
    { ...requests(5, 1000), ...tokens(0, 8640) },
  ],
  ['Anthropic', anthropic('requests', '0', '2026-11-22T10:00:20Z'), requests(0, 20_000)],
  ['Anthropic, with an offset', anthropic('tokens', '9', '2026-11-22T12:00:20+02:00'), tokens(9, 20_000)],
  [
    'Anthropic, the narrowest of its tokens',
    {
      ...anthropic('input-tokens', '500', '2026-11-22T10:00:40Z'),
      ...anthropic('output-tokens', '0', '2026-11-22T10:00:10Z'),
    },
    tokens(0, 10_000),
  ],
  ['Anthropic, gone by', anthropic('requests', '0', '2026-11-22T09:00:00Z'), requests(0, 0)],
  [
    'the server’s own clock, an hour ahead',
    { ...anthropic('requests', '0', '2026-11-22T11:00:20Z'), date: 'Sun, 22 Nov 2026 11:00:00 GMT' },
    requests(0, 20_000),
  ],
  ['no instant', anthropic('requests', '0', '2026-22-99T10:00:20Z'), null],
  ['Mistral, which names a minute', { 'x-ratelimit-remaining-req-minute': '0' }, requests(0, 60_000)],
  ['Mistral’s tokens', { 'x-ratelimit-remaining-tokens-minute': '88' }, tokens(88, 60_000)],
  [
    'Mistral, older',
    { 'x-ratelimitbysize-remaining-minute': '0', 'ratelimitbysize-reset': '17' },
    tokens(0, 17_000),
  ],
  ['OpenRouter: milliseconds since 1970', gateway('0', String(now + 30_000)), requests(0, 30_000)],
  ['a gateway: seconds since 1970', gateway('0', String(now / 1000 + 30)), requests(0, 30_000)],
  ['a gateway: seconds to go', gateway('12', '30'), requests(12, 30_000)],
  ['a gateway: a date', gateway('0', 'Sun, 22 Nov 2026 10:00:30 GMT'), requests(0, 30_000)],
  ['a number out of all bounds', gateway('0', '9'.repeat(40)), null],
  [
    'IETF, three headers',
    { 'ratelimit-limit': '9', 'ratelimit-remaining': '2', 'ratelimit-reset': '50' },
    requests(2, 50_000),
  ],
  ['IETF, one header, by policy', { ratelimit: '"default";r=50;t=30' }, requests(50, 30_000)],
  [
    'IETF, several policies',
    { ratelimit: '"burst";r=0;t=3, "day";r=0;t=900,"tokens-a-minute";r=80;t=9' },
    { ...requests(0, 900_000), ...tokens(80, 9000) },
  ],
  ['IETF, an earlier draft', { ratelimit: 'limit=100, remaining=50, reset=7' }, requests(50, 7000)],
  ['IETF, no end', { ratelimit: '"default";r=50' }, null],
  ['of equals the one that lasts', { ...openai('0', '1s'), ...gateway('0', '30') }, requests(0, 30_000)],
]

test.each(cases)('F8 limits: %s', (_, headers, limits) => {
  expect(rateLimitsIn(headers, now)).toEqual(limits)
})

test('F8 limits: whatever the headers say, an end lies between now and a day, and what is left is a number', () => {
  const names = cases.flatMap(([, headers]) => Object.keys(headers))
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
    fc.stringMatching(/^\d{1,12}(ms|s|m|h|d)?$/),
    fc.stringMatching(/^"\w*";r=\d{1,20};t=\d{1,20}$/),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (headers) => {
      const { requests: ofRequests, tokens: ofTokens } = rateLimitsIn(headers, now) ?? {}
      for (const limit of [ofRequests, ofTokens]) {
        if (!limit) continue
        expect(limit.left).toBeGreaterThanOrEqual(0)
        expect(limit.resetsAt).toBeGreaterThanOrEqual(now)
        expect(limit.resetsAt).toBeLessThanOrEqual(now + day)
      }
    }),
  )
})
