import type { Usage } from '../../shared/model.ts'
import { costOf, mostCost } from '../../shared/price.ts'
import type { Call, Fault } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import type { Reserved } from './caps.ts'

/** What a call has come to: what was heard, the tokens as the vendor counted them, and what ended it. */
type Outcome = {
  readonly text: string
  readonly thinking: string
  readonly usage: Usage | null
  readonly fault: Fault | null
  readonly endpoint: { readonly fault: Fault } | null
}

/** Faults with which a server turns a request down before a model has seen it. */
const refusals: ReadonlySet<Fault['code']> = new Set(['model-refused-request', 'reply-too-long'])

/** Tokens that stand for a call which failed before a word was heard: of one that was too long it is known how long. */
const tokensSent = (input: number, fault: Fault | null, isUnasked: boolean): number =>
  isUnasked && fault?.code !== 'reply-too-long' ? 0 : input

/**
 * What a call that is over has cost. Where the vendor did not count: what was sent and heard, at a guess; the input alone
 * where it failed before a word was heard; no money where no model was asked (no connection, no leave, a refused request);
 * and for one that was stopped before a word was heard, all that it might have cost, as when it began.
 */
export const callCost = (
  { price, input }: Reserved,
  { text, thinking, usage, fault, endpoint }: Outcome,
): Partial<Pick<Call, 'reserved' | 'usage' | 'money'>> => {
  if (usage) return { usage, ...(price && { money: costOf(price, usage) }) }
  const output = guessTokens(text + thinking)
  if (output > 0)
    return {
      usage: { input, cached: 0, output },
      ...(price && { money: mostCost(price, { input, output }) }),
    }
  if (!fault && !endpoint) return {}
  const isUnasked = endpoint !== null || (fault !== null && refusals.has(fault.code))
  const money = price && mostCost(price, { input: isUnasked ? 0 : input, output: 0 })
  return { reserved: tokensSent(input, fault, isUnasked), ...(money !== undefined && { money }) }
}
