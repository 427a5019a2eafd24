import { mostCost, type Price } from '../../shared/price.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { moneyCommitted, tokensCommitted } from '../../shared/questions/progress.ts'
import type { Fault } from '../../shared/records.ts'

/** What a project may cost at most in tokens and US dollars, and how many minutes one run may take. */
export type Caps = { readonly tokens?: number; readonly money?: number; readonly minutes?: number }

/** What one call may cost at most. A model without a known price counts as free; a run with a cap in money refuses it. */
export type Reserved = { readonly input: number; readonly output: number; readonly price?: Price }

/** What a call may cost in US dollars at most. */
export const mostMoney = ({ price, ...tokens }: Reserved): number => (price ? mostCost(price, tokens) : 0)

const dollars = (amount: number): string => `$${amount.toFixed(amount < 1 ? 4 : 2)}`

const tokensFault = (state: ProjectState, cap: number, reserved: Reserved): Fault | null => {
  const [already, next] = [tokensCommitted(state), reserved.input + reserved.output]
  if (already + next <= cap) return null
  const sentence = `The cap of ${cap} tokens leaves no room for the next call: ${already} are spent or may yet be, and it may cost ${next}.`
  return { code: 'cap-reached', sentence }
}

const moneyFault = (state: ProjectState, cap: number, reserved: Reserved): Fault | null => {
  const [already, next] = [moneyCommitted(state), mostMoney(reserved)]
  if (already + next <= cap) return null
  const sentence = `The cap of ${dollars(cap)} leaves no room for the next call: ${dollars(already)} is spent or may yet be, and it may cost ${dollars(next)}.`
  return { code: 'cap-reached', sentence }
}

/** What a run says whose minutes are over. */
export const minutesOver = (cap: number): Fault => ({
  code: 'cap-reached',
  sentence: `This run has worked for the ${cap} minutes it was given.`,
})

/** The longest delay that a timer keeps, in ms. */
const longestTimer = 2 ** 31 - 1

/**
 * A signal that aborts once the minutes of a cap are over and calls under way have had as long again to end in peace, a minute at
 * most. By the machine's own timer, so that neither a silent server nor one that never comes to an end holds a run up.
 */
export const overtime = ({ minutes }: Caps): readonly AbortSignal[] => {
  if (minutes === undefined) return []
  const ms = Math.ceil(minutes * 60_000 + Math.min(minutes, 1) * 60_000)
  if (ms > longestTimer) return []
  const over = new AbortController()
  // A timer whose signal nobody listens to may be cleared with it, even where other signals are made of it.
  AbortSignal.timeout(ms).addEventListener('abort', () => over.abort(), { once: true })
  return [over.signal]
}

const minutesFault = (cap: number, startedAt: number, now: number): Fault | null =>
  now - startedAt < cap * 60_000 ? null : minutesOver(cap)

/** The cap that a call would pass, or null: no further one begins. Those under way go on, but not into overtime. */
export const overCap = (
  state: ProjectState,
  { tokens, money, minutes }: Caps,
  reserved: Reserved,
  time: { readonly startedAt: number; readonly now: number },
): Fault | null =>
  (tokens === undefined ? null : tokensFault(state, tokens, reserved)) ??
  (money === undefined ? null : moneyFault(state, money, reserved)) ??
  (minutes === undefined ? null : minutesFault(minutes, time.startedAt, time.now))
