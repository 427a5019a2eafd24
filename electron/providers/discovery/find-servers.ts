import { z } from 'zod'
import { ollamaModels } from '../ollama/models-at.ts'
import type { ProviderPlatform } from '../provider.ts'
import { serverOf } from '../remote/server.ts'
import { askServer } from './ask-server.ts'
import type { Asking } from './ask-server.ts'
import { placesOf } from './places.ts'
import type { Place } from './places.ts'
import { recognise } from './recognise.ts'
import type { FoundModel } from './server-kinds.ts'

/** A local server that was found, as models are chosen from it. */
export type FoundServer = {
  readonly name: string
  /** The id of the provider that speaks with it. */
  readonly provider: string
  readonly baseUrl: string
  /** By full id. */
  readonly models: readonly (Omit<FoundModel, 'name'> & { readonly id: string })[]
  /** Why none of its models can be used yet, and what to do. */
  readonly trouble?: string
}

/** Milliseconds that a place has to answer one question; at most three are asked one after the other. */
const patienceMs = 1000

const named = (provider: string, models: readonly FoundModel[]): FoundServer['models'] =>
  models.map(({ name, ...rest }) => ({ id: `${provider}/${name}`, ...rest }))

const version = z.object({ version: z.string() })

const ollamaAt = async (asking: Asking, url: string): Promise<FoundServer | null> => {
  const said = await askServer(asking, `${url}/api/version`).catch(() => null)
  if (!version.safeParse(said).success) return null
  const models = await ollamaModels(asking).catch(() => null)
  if (!models) return null
  const none = 'Ollama has no model yet. Get one with: ollama pull qwen3:4b'
  return {
    name: 'Ollama',
    provider: 'ollama',
    baseUrl: url,
    models: named('ollama', models),
    ...(models.length === 0 && { trouble: none }),
  }
}

const compatibleAt = async (asking: Asking, url: string): Promise<FoundServer | null> => {
  const found = await recognise(asking, url)
  if (!found) return null
  const { name, models, wantsKey } = found
  const none = wantsKey
    ? `${name} wants a key before it names its models. Give it with this base URL.`
    : `${name} has no model loaded. Load one there, then look again.`
  return {
    name,
    provider: 'openai-compatible',
    baseUrl: `${url}/v1`,
    models: named('openai-compatible', models),
    ...(models.length === 0 && { trouble: none }),
  }
}

const findAt = async ({ url }: Place, platform: ProviderPlatform): Promise<FoundServer | null> => {
  const asking: Asking = { server: serverOf({ id: '', baseUrl: url }), platform, ms: patienceMs }
  const [ollama, compatible] = await Promise.all([ollamaAt(asking, url), compatibleAt(asking, url)])
  // Ollama speaks OpenAI's protocol too, but cuts prompts there; llama.cpp imitates parts of Ollama's.
  return compatible?.name === 'llama.cpp' ? compatible : (ollama ?? compatible)
}

/**
 * Looks at all places at the same time and says which model servers stand there, by what they say of themselves. Sends
 * no key, follows no redirect, takes three seconds at most. Never throws: what cannot be asked is not there.
 */
export const findServers = async (platform: ProviderPlatform): Promise<readonly FoundServer[]> => {
  const places = platform.places ?? placesOf({})
  const found = await Promise.all(places.map((place) => findAt(place, platform).catch(() => null)))
  return found.filter((server) => server !== null)
}
