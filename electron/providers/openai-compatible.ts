import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { z } from 'zod'
import type { ModelChoice } from '../../shared/model.ts'
import type { Attempt } from './attempt.ts'
import { describeAt } from './discovery/recognise.ts'
import { serverKinds } from './discovery/server-kinds.ts'
import type { Provider, ProviderPlatform } from './provider.ts'
import { readChat } from './remote/frames/chat.ts'
import { openRemote } from './remote/open-remote.ts'
import { remoteProvider } from './remote/remote-provider.ts'
import { serverOf } from './remote/server.ts'
import { nameOf } from './remote/vendor.ts'
import type { Vendor } from './remote/vendor.ts'
import type { Timings } from './remote/watchdog.ts'

const settings = z.strictObject({
  reasoningEffort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).exactOptional().meta({
    title: 'Thinking',
    description: 'For models that think and servers that let you choose how much.',
  }),
  thinkingTokens: z
    .int()
    .min(0)
    .max(65_536)
    .exactOptional()
    .meta({ title: 'Room for thinking', description: 'Tokens it may think besides the text. Usually none.' }),
})

const list = z.object({
  data: z.array(z.object({ id: z.string(), max_model_len: z.int().positive().nullable().catch(null) })),
})

const vendor: Vendor<typeof settings> = {
  id: 'openai-compatible',
  name: 'OpenAI-compatible server',
  about:
    'Any server with OpenAI’s chat protocol, on this computer or elsewhere; it needs a base URL, and a key where the server wants one.',
  lanes: 4,
  embeds: true,
  settings,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  connect: ({ baseURL, apiKey, fetch }, model) =>
    createOpenAICompatible({
      name: 'openaiCompatible',
      baseURL,
      includeUsage: true,
      supportsStructuredOutputs: true,
      ...(apiKey && { apiKey }),
      fetch,
    }).languageModel(model),
  read: () => readChat,
  tuning: (_, { reasoningEffort }) => (reasoningEffort ? { wished: { reasoningEffort } } : {}),
  optionsName: 'openaiCompatible',
  room: ({ thinkingTokens = 0 }) => thinkingTokens,
  modelsPath: '/models',
  modelsIn: (body) =>
    list.parse(body).data.map(({ id, max_model_len }) => ({ id, contextSize: max_model_len })),
}

/** Opens a model at any server that speaks OpenAI's chat protocol, with waits of the caller's. */
export const openCompatible = (choice: ModelChoice, platform: ProviderPlatform, waits?: Timings): Attempt =>
  openRemote(vendor, choice, platform, waits)

const listed = remoteProvider(vendor)

/** Milliseconds in which a server says what it is. */
const patienceMs = 2000

/** Any server with OpenAI’s chat protocol: a local one, a company's, a vendor's. */
export const openaiCompatible: Provider = {
  ...listed,
  servers: serverKinds.map(({ name }) => name),
  describe: async (choice, platform) => {
    const asking = { server: serverOf(choice), platform, ms: patienceMs }
    const name = nameOf(vendor, choice)
    const [inList, own] = await Promise.all([
      listed.describe?.(choice, platform).catch((error: unknown) => ({ error })),
      describeAt(asking, name),
    ])
    if (inList && 'error' in inList && !own) throw inList.error
    return { name, ...(inList && 'name' in inList && inList), ...own }
  },
}
