import type { ModelChoice } from '../../shared/model.ts'
import type { Platform } from './platform.ts'

/**
 * A choice as its server is asked: where it names no base URL, at the address that this machine has for its provider; and
 * with the key for where its calls go.
 */
export const completeChoice = (
  { addresses, keys }: Pick<Platform, 'addresses' | 'keys'>,
  choice: ModelChoice,
): ModelChoice => {
  const baseUrl = choice.baseUrl?.trim() || addresses?.[choice.id.split('/', 1)[0] ?? '']
  return keys.complete({ ...choice, ...(baseUrl && { baseUrl }) })
}
