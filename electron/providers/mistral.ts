import { createMistral } from '@ai-sdk/mistral'
import { z } from 'zod'
import { readChat } from './remote/frames/chat.ts'
import { cacheKey } from './remote/prompt.ts'
import { remoteProvider } from './remote/remote-provider.ts'
import { strictness } from './remote/strict-schema.ts'

const settings = z.strictObject({
  reasoningEffort: z
    .enum(['none', 'high'])
    .exactOptional()
    .meta({ title: 'Thinking', description: 'For models that can think: not at all, or much.' }),
  thinkingTokens: z.int().min(0).max(65_536).exactOptional().meta({
    title: 'Room for thinking',
    description: 'Tokens it may think besides the text. Usually 8192 for models that think.',
  }),
})

const list = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable().catch(null),
      max_context_length: z.int().positive().nullable().catch(null),
      capabilities: z.object({ completion_chat: z.boolean().default(true) }).exactOptional(),
    }),
  ),
})

/** Mistral’s models. */
export const mistral = remoteProvider({
  id: 'mistral',
  name: 'Mistral',
  about: 'Mistral’s models, over the network; they need a key of yours, and what you write goes to Mistral.',
  address: 'https://api.mistral.ai/v1',
  keyVariables: ['MISTRAL_API_KEY'],
  lanes: 4,
  embeds: true,
  settings,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  connect: (access, model) => createMistral(access).languageModel(model),
  read: () => readChat,
  tuning: ({ messages, json }, { reasoningEffort }) => {
    const promptCacheKey = cacheKey(messages)
    return {
      ...(json && { always: strictness(json) }),
      wished: { ...(promptCacheKey && { promptCacheKey }), ...(reasoningEffort && { reasoningEffort }) },
    }
  },
  room: ({ thinkingTokens, reasoningEffort }, model) =>
    thinkingTokens ?? (model.startsWith('magistral') || reasoningEffort === 'high' ? 8192 : 0),
  modelsPath: '/models',
  modelsIn: (body) =>
    list
      .parse(body)
      .data.filter(({ capabilities }) => capabilities?.completion_chat !== false)
      .map(({ id, name, max_context_length }) => ({ id, name: name ?? id, contextSize: max_context_length })),
})
