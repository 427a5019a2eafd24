import { z } from 'zod'

/** One model of a server, by its own name there. */
export type FoundModel = {
  readonly name: string
  /** Tokens of context for one call. */
  readonly contextSize?: number
  /** Calls it serves at once. */
  readonly lanes?: number
  readonly bytes?: number
}

/** Gets JSON from a path of the server, from its root; null where it gives none. */
export type Get = (path: string) => Promise<unknown>

/** A kind of server that speaks OpenAI's protocol, and how it is told from others. */
export type ServerKind = {
  readonly name: string
  /** The models of a server of this kind; null where it is none. */
  readonly models: (get: Get) => Promise<readonly FoundModel[] | null>
}

const positive = z.number().positive().optional().catch(undefined)

/** A model as `/v1/models` lists it; vLLM and SGLang add how much it reads. */
const listed = z.object({
  data: z.array(
    z.object({ id: z.string(), owned_by: z.string().optional().catch(undefined), max_model_len: positive }),
  ),
})

const found = (name: string, contextSize?: number, lanes?: number): FoundModel => ({
  name,
  ...(contextSize !== undefined && { contextSize }),
  ...(lanes !== undefined && { lanes }),
})

const list = async (get: Get) => listed.safeParse(await get('/v1/models')).data?.data ?? null

const props = z.object({
  default_generation_settings: z.object({ n_ctx: positive }),
  total_slots: z.int().positive().catch(1),
})

const llamaServer: ServerKind = {
  name: 'llama.cpp',
  models: async (get) => {
    const { data } = props.safeParse(await get('/props'))
    if (!data) return null
    const { n_ctx: context } = data.default_generation_settings
    return ((await list(get)) ?? []).map(({ id }) => found(id, context, data.total_slots))
  },
}

const studioModels = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      state: z.string(),
      max_context_length: positive,
      loaded_context_length: positive,
    }),
  ),
})

const lmStudio: ServerKind = {
  name: 'LM Studio',
  models: async (get) => {
    const { data } = studioModels.safeParse(await get('/api/v0/models'))
    return (
      data?.data
        .filter(({ type }) => type === 'llm' || type === 'vlm')
        .toSorted((a, b) => Number(b.state === 'loaded') - Number(a.state === 'loaded'))
        .map(({ id, loaded_context_length: now, max_context_length: most }) => found(id, now ?? most)) ?? null
    )
  },
}

const sglangInfo = z.object({ model_path: z.string(), is_generation: z.boolean() })
const sglangServer = z.object({ max_running_requests: positive, context_length: positive })

/** Lanes of a server that runs many calls as one batch: more help neither it nor the writer. */
const mostLanes = 16

const sglang: ServerKind = {
  name: 'SGLang',
  models: async (get) => {
    const [info, own, models] = await Promise.all([
      get('/get_model_info'),
      get('/get_server_info'),
      list(get),
    ])
    if (!sglangInfo.safeParse(info).success) return null
    const { max_running_requests: most, context_length: context } = sglangServer.safeParse(own).data ?? {}
    const lanes = most === undefined ? undefined : Math.min(Math.floor(most), mostLanes)
    return (models ?? []).map(({ id, max_model_len: length }) => found(id, length ?? context, lanes))
  },
}

const vllm: ServerKind = {
  name: 'vLLM',
  models: async (get) => {
    const models = await list(get)
    return models?.some(({ owned_by: owner }) => owner === 'vllm')
      ? models.map(({ id, max_model_len: length }) => found(id, length))
      : null
  },
}

const alive = z.union([z.object({ litellm_version: z.string() }), z.literal("I'm alive!")])

const litellm: ServerKind = {
  name: 'LiteLLM',
  models: async (get) => {
    const [ready, lives] = await Promise.all([get('/health/readiness'), get('/health/liveliness')])
    if (![ready, lives].some((each) => alive.safeParse(each).success)) return null
    return ((await list(get)) ?? []).map(({ id }) => found(id))
  },
}

const jan: ServerKind = {
  name: 'Jan',
  models: async (get) => {
    const title = z.object({ info: z.object({ title: z.string().regex(/\bjan\b/i) }) })
    if (!title.safeParse(await get('/openapi.json')).success) return null
    return ((await list(get)) ?? []).map(({ id }) => found(id))
  },
}

/** Those that are known, the surest sign first. */
export const serverKinds: readonly ServerKind[] = [llamaServer, lmStudio, sglang, vllm, litellm, jan]

/** Those that say more of a model than its name elsewhere than in their list of models. */
export const tellingKinds: readonly ServerKind[] = [llamaServer, lmStudio, sglang]

/** Any other that lists models as OpenAI does. */
export const anyServer: ServerKind = {
  name: 'OpenAI-compatible server',
  models: async (get) => (await list(get))?.map(({ id, max_model_len: length }) => found(id, length)) ?? null,
}
