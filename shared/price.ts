import type { Usage } from './model.ts'

/** What a model costs: US dollars for a million tokens. `cached` is what input costs that a cache served. */
export type Price = { readonly input: number; readonly cached?: number; readonly output: number }

const million = 1_000_000

/** What some tokens cost in US dollars. No more of them count as cached than there are. */
export const costOf = ({ input, cached = input, output }: Price, usage: Usage): number => {
  const served = Math.min(usage.cached, usage.input)
  return ((usage.input - served) * input + served * cached + usage.output * output) / million
}

/** What some tokens cost in US dollars at most, whatever of the input a cache serves: some vendors charge more for it. */
export const mostCost = (price: Price, tokens: Pick<Usage, 'input' | 'output'>): number => {
  const { input, cached = input } = price
  return costOf({ ...price, input: Math.max(input, cached) }, { ...tokens, cached: 0 })
}
