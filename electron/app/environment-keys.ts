import type { Provider } from '../providers/provider.ts'

/** A key in the environment: of which provider, and in which variable. */
export type EnvironmentKey = { readonly key: string; readonly provider: string; readonly variable: string }

/** The keys in the environment by scheme, host and port: each counts for its provider's own address and no other. */
export const environmentKeys = (
  env: Readonly<Record<string, string | undefined>>,
  providers: readonly Provider[],
): ReadonlyMap<string, EnvironmentKey> => {
  const found = providers.flatMap(({ id, address, keyVariables = [] }) => {
    const origin = address === undefined ? undefined : URL.parse(address)?.origin
    const variable = keyVariables.find((name) => env[name]?.trim())
    const key = variable && env[variable]?.trim()
    return origin && variable && key ? [[origin, { key, provider: id, variable }] as const] : []
  })
  return new Map(found)
}
