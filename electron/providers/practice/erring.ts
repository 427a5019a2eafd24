import { holds } from '../../../shared/text/quotes.ts'
import type { Order } from './order.ts'
import type { Random } from './random.ts'

const lenient = { min: 0, max: Infinity } as const

const without = (list: readonly string[], item: string): readonly string[] =>
  list.filter((each) => each !== item)

const leavingOut = (order: Order, phrase: string): Order => ({
  ...order,
  say: without(order.say, phrase),
  never: [...order.never, phrase],
})

const blurting = (order: Order, phrase: string): Order => ({
  ...order,
  say: [...order.say, phrase],
  never: order.never.filter((each) => !holds(phrase, each)),
})

/** An order as somebody takes it who errs in one way: leaves a phrase out, says one that is forbidden, forgets another duty, cites what was not given, or runs a quarter too long or too short. Unchanged where there is nothing to break. */
export const misheard = (order: Order, random: Random): Order => {
  const { say, never, others, sources, min, max } = order
  const short = Math.floor(min * 0.75)
  const long = Math.ceil(max * 1.25)
  const ways: readonly (() => Order)[] = [
    ...random
      .shuffled(say)
      .slice(0, 1)
      .map((phrase) => () => leavingOut(order, phrase)),
    ...random
      .shuffled(never)
      .slice(0, 1)
      .map((phrase) => () => blurting(order, phrase)),
    ...random
      .shuffled(others)
      .slice(0, 1)
      .map((demand) => () => ({ ...order, others: others.filter((each) => each !== demand) })),
    ...(sources && sources.length > 0 ? [() => ({ ...order, sources: ['not-given'] })] : []),
    ...(short > 0 ? [() => ({ ...order, ...lenient, target: short })] : []),
    ...(Number.isFinite(max) ? [() => ({ ...order, ...lenient, target: long })] : []),
  ]
  const [way] = random.shuffled(ways)
  return way ? way() : order
}
