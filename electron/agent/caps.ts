import { costOf, type Price } from '../../shared/price.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { moneyCommitted, tokensCommitted } from '../../shared/questions/progress.ts'
import type { Fault } from '../../shared/records.ts'

/** What a project may cost at most in tokens and US dollars, and how many minutes one run may take. */
export type Caps = { readonly tokens?: number; readonly money?: number; readonly minutes?: number }

/** What one call may cost at most. A model without a known price counts as free; a run with a cap in money refuses it. */
export type Reserved = { readonly input: number; readonly output: number; readonly price?: Price }

/** What a call may cost in US dollars at most. */
export const mostMoney = ({ input, output, price }: Reserved): number =>
  price ? costOf(price, { input, cached: 0, output }) : 0

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

const minutesFault = (cap: number, startedAt: number, now: number): Fault | null =>
  now - startedAt < cap * 60_000
    ? null
    : { code: 'cap-reached', sentence: `This run has worked for the ${cap} minutes it was given.` }

/** The cap that a call would pass, or null. Calls under way are never ended by a cap: no further one begins. */
export const overCap = (
  state: ProjectState,
  { tokens, money, minutes }: Caps,
  reserved: Reserved,
  time: { readonly startedAt: number; readonly now: number },
): Fault | null =>
  (tokens === undefined ? null : tokensFault(state, tokens, reserved)) ??
  (money === undefined ? null : moneyFault(state, money, reserved)) ??
  (minutes === undefined ? null : minutesFault(minutes, time.startedAt, time.now))
