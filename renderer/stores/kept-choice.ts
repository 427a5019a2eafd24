import type { ModelChoice } from '../../shared/model.ts'
import { addressesOf } from '../../shared/addresses-of.ts'

type Settings = NonNullable<ModelChoice['settings']>

const isSetting = (value: unknown): value is Settings[string] =>
  ['string', 'number', 'boolean'].includes(typeof value)

const settingsIn = (value: unknown): Settings => {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value).filter((entry): entry is [string, Settings[string]] =>
    isSetting(entry[1]),
  )
  return Object.fromEntries(entries)
}

/** Whether an address holds nothing but scheme, host, port and path: the other parts may be secrets. */
const isPlain = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && !url.username && !url.password && !url.search && !url.hash
}

/** What is kept of a choice between sessions: its id, plain base URLs and settings, never a key. Null where it is none. */
export const keptChoice = (value: unknown): ModelChoice | null => {
  if (typeof value !== 'object' || value === null) return null
  const { id, baseUrl, settings } = value as { readonly [Key in keyof ModelChoice]?: unknown }
  if (typeof id !== 'string' || id === '') return null
  const own = settingsIn(settings)
  const isKept = typeof baseUrl === 'string' && baseUrl !== '' && addressesOf(baseUrl).every(isPlain)
  return {
    id,
    ...(isKept && { baseUrl }),
    ...(Object.keys(own).length > 0 && { settings: own }),
  }
}
