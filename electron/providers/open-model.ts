import { addressesOf } from '../../shared/addresses-of.ts'
import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import type { Attempt } from './attempt.ts'
import { withPool } from './call-policy.ts'
import { plain } from './failing.ts'
import { providers } from './index.ts'
import type { Model, Provider, ProviderPlatform } from './provider.ts'
import { withoutKey } from './without-key.ts'

/** The provider that a model id names by its first part. Throws `AppError` where there is none. */
export const providerOf = (id: string): Provider => {
  const first = id.split('/', 1)[0]
  const all: readonly Provider[] = providers
  const found = all.find((provider) => provider.id === first)
  if (found) return found
  const known = all
    .map((provider) => (provider.endpoint || provider.describe ? `${provider.id}/NAME` : provider.id))
    .join(', ')
  throw new AppError('model-unknown', `There is no model called “${id}”.`, `Known models: ${known}.`)
}

/** A model that is asked here, with no network between: what it says, without what is for the policy alone. */
const unguarded = (attempt: Attempt): Model =>
  async function* (request, signal) {
    for await (const event of attempt(request, signal)) {
      if (event.type === 'failed') yield { ...event, failure: plain(event.failure) }
      else if (event.type !== 'limits') yield event
    }
  }

/** One choice for each address it names. A key stays with all of them: they were given together. */
export const eachAddress = (choice: ModelChoice): readonly ModelChoice[] => {
  const addresses = addressesOf(choice.baseUrl)
  return addresses.length > 0 ? addresses.map((baseUrl) => ({ ...choice, baseUrl })) : [choice]
}

/**
 * Opens the model a writer chose, with the call policy where a network lies between, and says how many calls it
 * serves at once and, where that is known, how many tokens it may think besides each reply. Several base URLs are a pool: each call goes to one of them, and the lanes of all add up. `complete`
 * adds to a choice that brings no key the one for its own address. Throws `AppError` when the choice names no provider
 * or lacks something.
 */
export const openModel = (
  choice: ModelChoice,
  platform: ProviderPlatform,
  complete: (choice: ModelChoice) => ModelChoice = (each) => each,
): { readonly model: Model; readonly lanes: number; readonly room?: number } => {
  const { open, endpoint, lanes, room } = providerOf(choice.id)
  const attemptOf = (each: ModelChoice): Attempt => withoutKey(open(each, platform), each.apiKey?.trim())
  if (!endpoint) return { model: unguarded(attemptOf(complete(choice))), lanes }
  const choices = eachAddress(choice).map(complete)
  const addresses = choices.map((each) => ({ attempt: attemptOf(each), endpoint: endpoint(each) }))
  return {
    model: withPool(addresses, platform),
    lanes: lanes * addresses.length,
    ...(room && { room: room(choice) }),
  }
}
