import type { Usage } from './model.ts'

/** What a model costs: US dollars for a million tokens. `cached` is what input costs that a cache served. */
export type Price = { readonly input: number; readonly cached?: number; readonly output: number }

const million = 1_000_000

/** What some tokens cost in US dollars. */
export const costOf = ({ input, cached = input, output }: Price, usage: Usage): number =>
  ((usage.input - usage.cached) * input + usage.cached * cached + usage.output * output) / million
