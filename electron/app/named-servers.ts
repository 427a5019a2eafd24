import { addressesOf } from '../../shared/addresses-of.ts'
import { AppError, explain } from '../../shared/errors.ts'
import { findServers, type FoundServer } from '../providers/discovery/find-servers.ts'
import { openaiCompatible } from '../providers/openai-compatible.ts'
import { completeChoice } from './complete-choice.ts'
import type { Platform } from './platform.ts'

/** Servers that somebody has set, several as a pool, and their key. */
export type NamedServers = { readonly baseUrl?: string; readonly apiKey?: string }

const rootOf = (baseUrl: string): string => baseUrl.replace(/\/+$/u, '').replace(/\/v1$/u, '')

const serverAt = async (platform: Platform, baseUrl: string, apiKey?: string): Promise<FoundServer> => {
  const places = [{ name: 'Server', url: rootOf(baseUrl) }]
  const [found] = await findServers({ ...platform, places })
  if (found && found.models.length > 0) return { ...found, baseUrl }
  const { id } = openaiCompatible
  const server = { name: found?.name ?? 'The server', provider: id, baseUrl }
  try {
    const choice = completeChoice(platform, { id, baseUrl, ...(apiKey && { apiKey }) })
    const ids = await openaiCompatible.list(choice, platform)
    return { ...server, models: ids.map((model) => ({ id: model })) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ...server, models: [], trouble: found?.trouble ?? explain(error) }
  }
}

/** Asks every server that is named what stands there and which models it has; `trouble` says why it has none. Never throws. */
export const namedServers = (
  platform: Platform,
  { baseUrl, apiKey }: NamedServers,
): Promise<readonly FoundServer[]> =>
  Promise.all(addressesOf(baseUrl).map((each) => serverAt(platform, each, apiKey)))

/** The models that all those servers have which have any, with where they stand: what a pool of them is asked for. */
export const sharedModels = (
  servers: readonly FoundServer[],
): readonly { readonly model: string; readonly baseUrl: string }[] => {
  const serving = servers.filter(({ models }) => models.length > 0)
  const has = ({ models }: FoundServer, wanted: string): boolean => models.some(({ id }) => id === wanted)
  const shared = serving[0]?.models.filter(({ id }) => serving.every((server) => has(server, id))) ?? []
  const baseUrl = serving.map((server) => server.baseUrl).join(',')
  return shared.map(({ id }) => ({ model: id, baseUrl }))
}
