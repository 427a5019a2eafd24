import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Price } from '../../shared/price.ts'
import { knownPrices } from './known-prices.ts'

/** Prices by model id; a name that ends with `*` stands for all that begin so. */
export type Prices = Readonly<Record<string, Price>>

const amount = z.number().nonnegative()
const file = z.record(z.string(), z.object({ input: amount, cached: amount.exactOptional(), output: amount }))

const priceIn = (prices: Prices, model: string): Price | null => {
  const exact = prices[model]
  if (exact) return exact
  const [, found = null] =
    Object.entries(prices)
      .filter(([name]) => name.endsWith('*') && model.startsWith(name.slice(0, -1)))
      .toSorted(([a], [b]) => b.length - a.length)[0] ?? []
  return found
}

/** What a model costs: as the user's own file says, else as the list that comes with the app; null where neither does. */
export const priceOf = (own: Prices, model: string): Price | null =>
  priceIn(own, model) ?? priceIn(knownPrices, model)

/**
 * The user's own prices: `prices.json` in their folder, US dollars for a million tokens by model id, as in
 * `{ "openai/gpt-5.4": { "input": 2.5, "cached": 0.25, "output": 15 } }`. Empty where there is no such file. Throws
 * `usage` where it cannot be read: a wrong price must not pass for a right one.
 */
export const ownPrices = async (folder: string): Promise<Prices> => {
  const path = join(folder, 'prices.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return {}
  try {
    return file.parse(JSON.parse(text))
  } catch (error) {
    const next = 'Write it like { "openai/gpt-5.4": { "input": 2.5, "output": 15 } }, or take it away.'
    throw new AppError('usage', `The prices in ${path} cannot be read.`, next, error)
  }
}
