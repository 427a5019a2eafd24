import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { client } from './connection.ts'
import { sentenceOf } from './failures.ts'
import { knownModels, type Offer } from './known-models.ts'
import { modelStore } from './model-store.ts'

/** Learns something; a failure becomes the sentence of what is known. */
const learn = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) reportError(error)
    knownModels.setState({ trouble: sentenceOf(error) })
  }
}

/** Looks for model servers on this computer. */
export const findServers = (): Promise<void> =>
  learn(async () => {
    knownModels.setState({ looking: true, trouble: null })
    try {
      knownModels.setState({ found: await client.models.find({}) })
    } finally {
      knownModels.setState({ looking: false })
    }
  })

const refreshKeys = async (): Promise<void> => knownModels.setState({ keys: await client.keys.list({}) })

/** Learns which providers and keys there are, then asks every provider for its models, which may take long. */
export const askProviders = (): Promise<void> =>
  learn(async () => {
    knownModels.setState({ asking: true })
    try {
      await refreshKeys()
      if (!knownModels.getState().offers) {
        knownModels.setState({ offers: await client.models.list({ ask: [] }) })
      }
      knownModels.setState({ offers: await client.models.list({}) })
    } finally {
      knownModels.setState({ asking: false })
    }
  })

/** Asks one provider for its models. */
export const askProvider = (id: string): Promise<void> =>
  learn(async () => {
    const told = (await client.models.list({ ask: [id] })).find((each) => each.id === id)
    knownModels.setState(({ offers }) => ({
      offers: offers?.map((each) => (each.id === id && told ? told : each)) ?? null,
    }))
  })

/** The models of a provider at an address, or the sentence that says why there are none. */
export const modelsAt = async (
  provider: string,
  baseUrl: string,
): Promise<Pick<Offer, 'models' | 'trouble'>> => {
  try {
    const offers = await client.models.list({ provider, baseUrl, ask: [provider] })
    return offers.find(({ id }) => id === provider) ?? { models: [] }
  } catch (error) {
    if (!(error instanceof AppError)) reportError(error)
    return { models: [], trouble: sentenceOf(error) }
  }
}

/** Whom a key is for. */
export type KeyPlace = { readonly provider?: string; readonly baseUrl?: string }

/** Hands a key to the host, which alone keeps it; with `keep` beyond this session, where it can. Throws `AppError`. */
export const giveKey = async (place: KeyPlace, key: string, keep: boolean): Promise<void> => {
  await client.keys.give({ ...place, key, keep })
  await refreshKeys()
}

/** Forgets the key for a scheme, host and port. Throws `AppError`. */
export const forgetKey = async (origin: string): Promise<void> => {
  await client.keys.forget({ origin })
  await refreshKeys()
}

/** Lets a model write from now on. */
export const writeWith = (model: ModelChoice): void => modelStore.setState({ model })
