import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { createAskings } from './askings.ts'
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

/** What is asked about besides single providers, which are by their ids. */
const [servers, keysThere, everyProvider] = ['all servers', 'all keys', 'all providers']

/** The answer to the latest asking counts: an earlier one may come after it, and knows less. */
const askings = createAskings()

/** Looks for model servers on this computer. */
export const findServers = (): Promise<void> =>
  learn(async () => {
    const isNewest = askings.begin(servers)
    knownModels.setState({ looking: true, trouble: null })
    try {
      const found = await client.models.find({})
      if (isNewest(servers)) knownModels.setState({ found })
    } finally {
      if (isNewest(servers)) knownModels.setState({ looking: false })
    }
  })

const refreshKeys = async (): Promise<void> => {
  const isNewest = askings.begin(keysThere)
  const keys = await client.keys.list({})
  if (isNewest(keysThere)) knownModels.setState({ keys })
}

/** Asks some providers for their models; what is told of one that was asked again since is dropped. */
const askAbout = async (ids: readonly string[]): Promise<void> => {
  const isNewest = askings.begin(...ids)
  const told = new Map((await client.models.list({ ask: ids })).map((each) => [each.id, each]))
  knownModels.setState(({ offers }) => ({
    offers: offers?.map((each) => (isNewest(each.id) ? (told.get(each.id) ?? each) : each)) ?? null,
  }))
}

/** Learns which providers and keys there are, then asks every provider for its models, which may take long. */
export const askProviders = (): Promise<void> =>
  learn(async () => {
    const isNewest = askings.begin(everyProvider)
    knownModels.setState({ asking: true })
    try {
      await refreshKeys()
      const offered = knownModels.getState().offers ?? (await client.models.list({ ask: [] }))
      knownModels.setState(({ offers }) => ({ offers: offers ?? offered }))
      await askAbout(offered.map(({ id }) => id))
    } finally {
      if (isNewest(everyProvider)) knownModels.setState({ asking: false })
    }
  })

/** Asks one provider for its models. */
export const askProvider = (id: string): Promise<void> => learn(() => askAbout([id]))

/** The models of a provider at an address, or the sentence that says why there are none. */
export const modelsAt = async (
  provider: string,
  baseUrl: string,
): Promise<Pick<Offer, 'models' | 'trouble'>> => {
  try {
    const offers = await client.models.list({ provider, baseUrl, ask: [provider] })
    const offer = offers.find(({ id }) => id === provider) ?? { models: [] }
    if (offer.models.length > 0) {
      knownModels.setState(({ heard }) => ({ heard: { ...heard, [baseUrl]: offer.models } }))
    }
    return offer
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
