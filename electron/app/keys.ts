import { addressesOf } from '../../shared/addresses-of.ts'
import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import { environmentKeys, type EnvironmentKey } from './environment-keys.ts'

/** Where a key comes from. */
type KeySource = 'environment' | 'keychain' | 'session'

/** A key that is known, without the key: the scheme, host and port it is for, and the provider that stands there. */
type KnownKey = {
  readonly origin: string
  readonly provider: string | null
  readonly from: KeySource
  /** The environment variable it stands in. */
  readonly variable?: string
  /** The name of what keeps it beyond the session. */
  readonly backend?: string
}

/** A key, and the name of what keeps it. */
type KeptKey = { readonly key: string; readonly backend: string }

/** Where keys outlive the session. */
export type KeyStore = {
  /** Every key that can be read here and now, by its origin. */
  readonly all: () => Promise<ReadonlyMap<string, KeptKey>>
  /** Keeps a key; gives the name of what keeps it, null where nothing does, or where the writer would not have it. */
  readonly keep: (origin: string, key: string) => Promise<string | null>
  readonly forget: (origin: string) => Promise<void>
}

/** Whom a key is for: a server by its address, or a provider, at its own address where none is named. */
type KeyPlace = { readonly provider?: string; readonly baseUrl?: string }

/** The keys to servers of models. None is written anywhere but into a key store, and none goes to another server. */
export type Keys = {
  readonly list: () => readonly KnownKey[]
  /** Takes a key for this session; with `keep` also into the key store. Throws `usage` where it or its place is none. */
  readonly give: (given: {
    readonly place: KeyPlace
    readonly key: string
    readonly keep: boolean
  }) => Promise<{ readonly kept: 'keychain' | 'session'; readonly backend: string | null }>
  /** Throws `usage` for a key of the environment. */
  readonly forget: (origin: string) => Promise<void>
  /** The key for a scheme, host and port. */
  readonly keyOf: (origin: string) => string | undefined
  /** A choice with the key for where its calls go, unless it brings one, or they go to several places. */
  readonly complete: (choice: ModelChoice) => ModelChoice
}

/** Longest address that is looked at, in characters. */
const longest = 2048

/** The scheme, host and port at an address; null for what no model can be asked at. */
export const originOf = (address: string): string | null => {
  const url = address.length > longest ? null : URL.parse(address.trim())
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.origin : null
}

const providerNamed = (id: string | undefined): Provider | undefined => {
  const all: readonly Provider[] = providers
  return all.find((provider) => provider.id === id)
}

/** Where the calls of a choice go; several where its base URL names a pool, none where there is no network between. */
const originsFor = ({ id, baseUrl }: ModelChoice): readonly string[] => {
  const provider = providerNamed(id.split('/', 1)[0])
  if (!provider?.endpoint) return []
  const addresses = addressesOf(baseUrl?.trim() || provider.address)
  return [...new Set(addresses.map(originOf))].filter((origin) => origin !== null)
}

const originAt = ({ provider: id, baseUrl }: KeyPlace): string => {
  const origin = originOf(baseUrl?.trim() || providerNamed(id)?.address || '')
  if (origin !== null) return origin
  const sentence = 'The key was not taken: it is not said which server it is for.'
  throw new AppError('usage', sentence, 'Give the base URL too, like http://127.0.0.1:1234/v1.')
}

const checked = (given: string): string => {
  const key = given.trim()
  if (/^[\x21-\x7e]{1,4096}$/u.test(key)) return key
  const sentence = key ? 'The key holds characters that no key can hold.' : 'The key is empty.'
  throw new AppError('usage', sentence, 'Copy it again.')
}

const atAddress = (origin: string): string | null => {
  const all: readonly Provider[] = providers
  return all.find(({ address }) => address !== undefined && originOf(address) === origin)?.id ?? null
}

/** A key given in this session, or one that is kept. */
type Known = { readonly key: string; readonly backend?: string }

const listed = (
  known: ReadonlyMap<string, Known>,
  environment: ReadonlyMap<string, EnvironmentKey>,
): readonly KnownKey[] => [
  ...[...known].map(([origin, { backend }]) => ({
    origin,
    provider: atAddress(origin),
    ...(backend === undefined ? { from: 'session' as const } : { from: 'keychain' as const, backend }),
  })),
  ...[...environment]
    .filter(([origin]) => !known.has(origin))
    .map(([origin, { provider, variable }]) => ({
      origin,
      provider,
      from: 'environment' as const,
      variable,
    })),
]

/**
 * The keys of this session, of the environment and of a key store. What is given goes before what is kept, and that
 * before the environment. The store is read in the background: it may ask the writer first, which nothing waits for, and
 * where it cannot be read the keys in it are as if they were not there. `bug` hears why.
 */
export const createKeys = ({
  env,
  store,
  bug = () => {},
}: {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly store?: KeyStore
  readonly bug?: (error: unknown) => void
}): Keys => {
  const environment = environmentKeys(env, providers)
  const known = new Map<string, Known>()
  const forgotten = new Set<string>()
  const recall = async (): Promise<void> => {
    for (const [origin, kept] of (await store?.all()) ?? []) {
      if (!known.has(origin) && !forgotten.has(origin)) known.set(origin, kept)
    }
  }
  recall().catch(bug)
  const lost = (error: unknown): null => {
    bug(error)
    return null
  }
  const keyOf = (origin: string): string | undefined => known.get(origin)?.key ?? environment.get(origin)?.key
  return {
    keyOf,
    list: () => listed(known, environment),
    give: async ({ place, key: given, keep }) => {
      const [origin, key] = [originAt(place), checked(given)]
      known.set(origin, { key })
      // A key that cannot be kept is good for this session all the same.
      const backend = keep && store ? await store.keep(origin, key).catch(lost) : null
      // Another may have been given, or this one forgotten, while the writer was asked.
      if (backend !== null && known.get(origin)?.key === key) known.set(origin, { key, backend })
      if (backend !== null && !known.has(origin)) await store?.forget(origin)
      return { kept: backend === null ? 'session' : 'keychain', backend }
    },
    forget: async (origin) => {
      const given = known.delete(origin)
      forgotten.add(origin)
      await store?.forget(origin)
      const variable = environment.get(origin)?.variable
      if (given || variable === undefined) return
      const sentence = `This key stands in the environment variable ${variable}, which Longhand does not change.`
      throw new AppError('usage', sentence, 'Take it out there, and start Longhand again.')
    },
    complete: (choice) => {
      if (choice.apiKey) return choice
      const [origin, ...others] = originsFor(choice)
      const apiKey = origin !== undefined && others.length === 0 ? keyOf(origin) : undefined
      return apiKey === undefined ? choice : { ...choice, apiKey }
    },
  }
}
