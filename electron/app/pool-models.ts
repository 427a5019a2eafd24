import { AppError, explain } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import type { Provider } from '../providers/provider.ts'
import type { Platform } from './platform.ts'

/** The models that a provider offers, and why not all of its servers were of use. */
export type Listing = { readonly models: readonly string[]; readonly trouble?: string }

const listOne = async (provider: Provider, platform: Platform, choice: ModelChoice): Promise<Listing> => {
  try {
    return { models: await provider.list(choice, platform) }
  } catch (error) {
    if (error instanceof AppError) return { models: [], trouble: explain(error) }
    throw error
  }
}

/**
 * Asks a provider for its models, at each of several servers where they are a pool: those that all have which answer. The
 * others are named in `trouble`, each with the reason.
 */
export const poolModels = async (
  provider: Provider,
  platform: Platform,
  choices: readonly ModelChoice[],
): Promise<Listing> => {
  const answers = await Promise.all(choices.map((choice) => listOne(provider, platform, choice)))
  const [only] = answers
  if (only && answers.length === 1) return only
  const serving = answers.filter(({ trouble }) => trouble === undefined)
  const troubles = answers.flatMap(({ trouble }) => trouble ?? [])
  const models = serving[0]?.models.filter((id) => serving.every((each) => each.models.includes(id))) ?? []
  if (troubles.length === 0) return { models }
  const many = serving.length === 0 ? 'None' : serving.length
  return { models, trouble: `${many} of ${answers.length} servers can be used. ${troubles.join(' ')}` }
}
