import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { askServer } from '../discovery/ask-server.ts'
import type { Asking } from '../discovery/ask-server.ts'

/** What Ollama says of a model; each part only where it says it. */
export type ModelFacts = {
  /** Tokens of context it was trained for. */
  readonly trained?: number
  /** What a token of context takes in memory, in bytes: 16-bit keys and values of all layers. */
  readonly bytesPerToken?: number
  readonly thinks: boolean
  /** It is no model for embeddings alone. */
  readonly writes: boolean
  /** The size of its file. */
  readonly bytes?: number
  /** The context it is loaded with now, in tokens. */
  readonly loaded?: number
}

const shown = z
  .object({
    capabilities: z.array(z.string()).catch([]),
    model_info: z.record(z.string(), z.unknown()).catch({}),
  })
  .catch({ capabilities: [], model_info: {} })
const positive = z.number().positive()
const tags = z.object({
  models: z.array(z.object({ name: z.string(), size: positive.optional().catch(undefined) })),
})
const running = z.object({
  models: z.array(z.object({ name: z.string(), context_length: positive.optional().catch(undefined) })),
})

/** A number, or the largest of several (some models have another in each layer). */
const numberIn = (info: Readonly<Record<string, unknown>>, key: string): number | undefined => {
  // A model that sees has the same figures for its eyes, under other names.
  const own = `${String(info['general.architecture'])}${key}`
  const found = info[own] ?? Object.entries(info).find(([name]) => name.endsWith(key))?.[1]
  const { data } = z
    .union([positive, z.array(z.number()).transform((all) => Math.max(...all))])
    .safeParse(found)
  return data && Number.isFinite(data) && data > 0 ? data : undefined
}

const bytesPerTokenOf = (info: Readonly<Record<string, unknown>>): number | undefined => {
  const layers = numberIn(info, '.block_count')
  const heads = numberIn(info, '.attention.head_count')
  const kept = numberIn(info, '.attention.head_count_kv') ?? heads
  const width = numberIn(info, '.embedding_length')
  const each = heads !== undefined && width !== undefined ? width / heads : undefined
  const key = numberIn(info, '.attention.key_length') ?? each
  const value = numberIn(info, '.attention.value_length') ?? each
  return layers && kept && key && value ? layers * kept * (key + value) * 2 : undefined
}

/** `qwen3` means `qwen3:latest`. */
export const fullName = (name: string): string => (/:[^/]+$/.test(name) ? name : `${name}:latest`)

/** A model that has been pulled, and the size of its file. */
export type Pulled = { readonly name: string; readonly bytes?: number }

/** The models that have been pulled. Throws `AppError` where Ollama cannot be asked. */
export const pulledModels = async (asking: Asking, signal?: AbortSignal): Promise<readonly Pulled[]> => {
  const { host, base } = asking.server
  const { data } = tags.safeParse(await askServer(asking, `${base}/api/tags`, undefined, signal))
  if (data) return data.models.map(({ name, size }) => ({ name, ...(size !== undefined && { bytes: size }) }))
  throw new AppError('model-not-found', `The server at ${host} is not Ollama.`, 'Check the base URL.')
}

/** The contexts with which models are loaded now, as far as Ollama says so, by their full names. Never throws. */
export const loadedContexts = async (
  asking: Asking,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> => {
  const said = await askServer(asking, `${asking.server.base}/api/ps`, undefined, signal).catch(() => null)
  const { models = [] } = running.safeParse(said).data ?? {}
  return new Map(
    models.flatMap(({ name, context_length: context }) => (context ? [[fullName(name), context]] : [])),
  )
}

/** What is known of all models at once. */
export type Around = {
  readonly pulled: readonly Pulled[]
  readonly loaded: ReadonlyMap<string, number>
}

/** What Ollama says of one model among all. Throws `AppError`, with `model-not-found` where it has not been pulled. */
export const factsAmong = async (
  asking: Asking,
  model: string,
  around: Around,
  signal?: AbortSignal,
): Promise<ModelFacts> => {
  const pulled = around.pulled.find(({ name }) => fullName(name) === fullName(model))
  const loaded = around.loaded.get(fullName(model))
  const show = await askServer(asking, `${asking.server.base}/api/show`, { model }, signal).catch(
    (error: unknown) => {
      if (!pulled) throw error
      return {}
    },
  )
  const { capabilities, model_info: info } = shown.parse(show)
  const trained = numberIn(info, '.context_length')
  const bytesPerToken = bytesPerTokenOf(info)
  return {
    thinks: capabilities.includes('thinking'),
    writes: capabilities.length === 0 || capabilities.includes('completion'),
    ...(trained !== undefined && { trained }),
    ...(bytesPerToken !== undefined && { bytesPerToken }),
    ...(pulled?.bytes !== undefined && { bytes: pulled.bytes }),
    ...(loaded !== undefined && { loaded }),
  }
}

/** What Ollama says of a model. Throws `AppError`, with `model-not-found` where it has not been pulled. */
export const factsOf = async (asking: Asking, model: string, signal?: AbortSignal): Promise<ModelFacts> => {
  const [pulled, loaded] = await Promise.all([
    pulledModels(asking, signal).catch(() => []),
    loadedContexts(asking, signal),
  ])
  return factsAmong(asking, model, { pulled, loaded }, signal)
}
