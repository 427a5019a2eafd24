import { z } from 'zod'
import { addressesOf } from '../../shared/addresses-of.ts'
import { AppError, explain } from '../../shared/errors.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import type { Platform } from './platform.ts'

/** A provider as the writer is offered it. */
export type Offer = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly lanes: number
  readonly needsKey: boolean
  readonly hasKey: boolean
  readonly address?: string
  readonly settings?: Readonly<Record<string, unknown>>
  readonly models: readonly string[]
  readonly trouble?: string
}

/** A server and its key; for `provider`, or where none is named for the one that has no address of its own. */
export type Reach = {
  readonly provider?: string
  readonly baseUrl?: string
  readonly apiKey?: string
  /** The providers that are asked for their models; all where this is left out. */
  readonly ask?: readonly string[]
}

const isMeant = ({ id, address }: Provider, { provider }: Reach): boolean =>
  provider === undefined ? address === undefined : provider === id

const offerOf = async (provider: Provider, platform: Platform, reach: Reach): Promise<Offer> => {
  const { id, name, about, lanes, address, keyVariables, settings } = provider
  const { baseUrl: addresses, apiKey } = isMeant(provider, reach) ? reach : {}
  // The servers of a pool offer the same models: the first is asked for all.
  const [baseUrl] = addressesOf(addresses)
  const choice = platform.keys.complete({ id, ...(baseUrl && { baseUrl }), ...(apiKey && { apiKey }) })
  const offer = {
    id,
    name,
    about,
    lanes,
    needsKey: keyVariables !== undefined && keyVariables.length > 0,
    hasKey: choice.apiKey !== undefined,
    ...(address !== undefined && { address }),
    ...(settings && { settings: z.toJSONSchema(settings) }),
  }
  if (reach.ask && !reach.ask.includes(id)) return { ...offer, models: [] }
  try {
    return { ...offer, models: await provider.list(choice, platform) }
  } catch (error) {
    if (error instanceof AppError) return { ...offer, models: [], trouble: explain(error) }
    throw error
  }
}

/** Every provider with its models. One that cannot be asked says why; the others are listed all the same. */
export const listModels = (platform: Platform, reach: Reach): Promise<readonly Offer[]> => {
  const all: readonly Provider[] = providers
  return Promise.all(all.map((provider) => offerOf(provider, platform, reach)))
}
