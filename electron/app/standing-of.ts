import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'

const all: readonly Provider[] = providers

/**
 * Where the model of an id stands: `here`, with no network between; at its provider's `own` address; or where the writer
 * says (`said`), which is so too for a provider that nobody knows.
 */
export const standingOf = (id: string): 'here' | 'own' | 'said' => {
  const provider = all.find((each) => each.id === id.split('/', 1)[0])
  if (!provider) return 'said'
  if (!provider.endpoint) return 'here'
  return provider.address === undefined ? 'said' : 'own'
}
