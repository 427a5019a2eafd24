import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import type { Price } from '../../shared/price.ts'
import { isLocal, listedAs } from './charged-by.ts'
import { knownPrices } from './known-prices.ts'

/** Prices by model id; a name that ends with `*` stands for all that begin so. */
export type Prices = Readonly<Record<string, Price>>

/** A user's own prices, or what is wrong with the file that they stand in. */
export type OwnPrices = Prices | AppError

const amount = z.number().nonnegative()
const price = z.strictObject({ input: amount, cached: amount.exactOptional(), output: amount })
const file = z.record(z.string(), price)

const free: Price = { input: 0, output: 0 }

const priceIn = (prices: Prices, model: string): Price | null => {
  if (Object.hasOwn(prices, model)) return prices[model] ?? null
  const [, found = null] =
    Object.entries(prices)
      .filter(([name]) => name.endsWith('*') && model.startsWith(name.slice(0, -1)))
      .toSorted(([a], [b]) => b.length - a.length)[0] ?? []
  return found
}

/**
 * What a model costs: as the user's own file says; nothing where it runs on this machine or in its own network; else as
 * the list that comes with the app says, also where it is reached at its vendor's own address through another provider;
 * null where nobody knows. Throws what is wrong with the file where that might have said something else.
 */
export const priceOf = (own: OwnPrices, choice: ModelChoice): Price | null => {
  const isFree = isLocal(choice)
  if (own instanceof AppError) {
    if (isFree) return free
    throw own
  }
  return priceIn(own, choice.id) ?? (isFree ? free : priceIn(knownPrices, listedAs(choice)))
}

const quoted = (names: readonly PropertyKey[]): string => names.map((name) => `“${String(name)}”`).join(', ')

/** What is wrong with the first thing in the file that is. */
const wrongIn = (error: unknown): string => {
  if (!(error instanceof z.ZodError)) return 'It is not JSON.'
  const [issue] = error.issues
  const [model, field] = issue?.path ?? []
  if (!issue || model === undefined) return 'It holds no prices by model.'
  if (issue.code === 'unrecognized_keys')
    return `${quoted([model])} has ${quoted(issue.keys)}; there are input, cached and output.`
  if (field === undefined) return `${quoted([model])} has no price.`
  return `${quoted([field])} of ${quoted([model])} is not a number of 0 or more.`
}

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * The user's own prices: `prices.json` in their folder, US dollars for a million tokens by model id, as in
 * `{ "openai-compatible/NAME": { "input": 2.5, "cached": 0.25, "output": 15 } }`. None where there is no such file; a
 * `usage` error where it cannot be read, for a wrong price must not pass for a right one.
 */
export const ownPrices = async (folder: string): Promise<OwnPrices> => {
  const path = join(folder, 'prices.json')
  const next = 'Write it like { "openai-compatible/NAME": { "input": 2.5, "output": 15 } }, or take it away.'
  const trouble = (why: string, error: unknown): AppError =>
    new AppError('usage', `The prices in ${path} cannot be read. ${why}`, next, error)
  let text: string | null
  try {
    text = await textOf(path)
  } catch (error) {
    return trouble('The file cannot be opened.', error)
  }
  if (text === null) return {}
  try {
    return file.parse(JSON.parse(text.replace(/^\uFEFF/u, '')))
  } catch (error) {
    return trouble(wrongIn(error), error)
  }
}
