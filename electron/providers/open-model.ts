import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { withPolicy } from './call-policy.ts'
import { providers } from './index.ts'
import type { Model, Provider, ProviderPlatform } from './provider.ts'

/** The provider that a model id names by its first part. Throws `AppError` where there is none. */
const providerOf = (id: string): Provider => {
  const first = id.split('/', 1)[0]
  const all: readonly Provider[] = providers
  const found = all.find((provider) => provider.id === first)
  if (found) return found
  const known = all.map((provider) => (provider.endpoint ? `${provider.id}/NAME` : provider.id)).join(', ')
  throw new AppError('model-unknown', `There is no model called “${id}”.`, `Known models: ${known}.`)
}

/**
 * Opens the model a writer chose, with the call policy where a network lies between, and says how many calls it
 * serves at once. Throws `AppError` when the choice names no provider or lacks something.
 */
export const openModel = (
  choice: ModelChoice,
  platform: ProviderPlatform,
): { readonly model: Model; readonly lanes: number } => {
  const provider = providerOf(choice.id)
  const attempt = provider.open(choice, platform)
  const endpoint = provider.endpoint?.(choice)
  const model = endpoint === undefined ? attempt : withPolicy(attempt, { endpoint, platform })
  return { model, lanes: provider.lanes }
}
