import { z } from 'zod'
import { providers } from '../providers/index.ts'
import { eachAddress } from '../providers/open-model.ts'
import type { Provider } from '../providers/provider.ts'
import { completeChoice } from './complete-choice.ts'
import type { Platform } from './platform.ts'
import { poolModels } from './pool-models.ts'

/** A provider as the writer is offered it. */
export type Offer = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly lanes: number
  readonly needsKey: boolean
  readonly hasKey: boolean
  readonly keyVariables?: readonly string[]
  readonly address?: string
  readonly servers?: readonly string[]
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
  const { id, name, about, lanes, keyVariables, servers, settings } = provider
  const address = platform.addresses?.[id] ?? provider.address
  const { baseUrl: addresses, apiKey } = isMeant(provider, reach) ? reach : {}
  const given = { id, ...(addresses && { baseUrl: addresses }), ...(apiKey && { apiKey }) }
  const choices = eachAddress(given).map((each) => completeChoice(platform, each))
  const offer = {
    id,
    name,
    about,
    lanes,
    needsKey: keyVariables !== undefined && keyVariables.length > 0,
    hasKey: choices.every((choice) => choice.apiKey !== undefined),
    ...(keyVariables && { keyVariables }),
    ...(address !== undefined && { address }),
    ...(servers && { servers }),
    ...(settings && { settings: z.toJSONSchema(settings) }),
  }
  if (reach.ask && !reach.ask.includes(id)) return { ...offer, models: [] }
  return { ...offer, ...(await poolModels(provider, platform, choices)) }
}

/** Every provider with its models. One that cannot be asked says why; the others are listed all the same. */
export const listModels = (platform: Platform, reach: Reach): Promise<readonly Offer[]> => {
  const all: readonly Provider[] = providers
  return Promise.all(all.map((provider) => offerOf(provider, platform, reach)))
}
