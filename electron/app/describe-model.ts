import { addressesOf } from '../../shared/addresses-of.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { providerOf } from '../providers/open-model.ts'
import type { ModelDescription } from '../providers/provider.ts'
import { completeChoice } from './complete-choice.ts'
import type { Platform } from './platform.ts'

/**
 * What is known of a model, with the key for its server. The servers of a pool are taken to be alike: the first is
 * asked, and their lanes add up. Throws `AppError` where there is no such model, or its server does not answer.
 */
export const describeModel = async (platform: Platform, choice: ModelChoice): Promise<ModelDescription> => {
  const provider = providerOf(choice.id)
  const [baseUrl, ...others] = addressesOf(choice.baseUrl)
  const completed = completeChoice(platform, { ...choice, ...(baseUrl !== undefined && { baseUrl }) })
  const described = (await provider.describe?.(completed, platform)) ?? { name: provider.name }
  return { ...described, lanes: (described.lanes ?? provider.lanes) * (1 + others.length) }
}
