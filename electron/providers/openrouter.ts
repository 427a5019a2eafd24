import { createOpenRouter } from '@openrouter/ai-sdk-provider'
import { z } from 'zod'
import { readChat } from './remote/frames/chat.ts'
import { remoteProvider } from './remote/remote-provider.ts'
import { isStrict } from './remote/strict-schema.ts'

const settings = z.strictObject({
  reasoningEffort: z
    .enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh'])
    .exactOptional()
    .meta({ title: 'Thinking', description: 'How much a reasoning model thinks before it writes.' }),
  thinkingTokens: z.int().min(0).max(65_536).exactOptional().meta({
    title: 'Room for thinking',
    description:
      'Tokens it may think besides the text. Usually 8192 where you set how much it thinks, else none.',
  }),
  keepsNothing: z.boolean().exactOptional().meta({
    title: 'Only where nothing is kept',
    description: 'Calls go only to hosts that neither keep nor learn from what you write.',
  }),
  cache: z.boolean().exactOptional().meta({
    title: 'Keep the common beginning',
    description: 'Hosts that want to be told keep what prompts share for a while. Usually on.',
  }),
})

const list = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable().catch(null),
      context_length: z.int().positive().nullable().catch(null),
      architecture: z.object({ output_modalities: z.array(z.string()).default(['text']) }).exactOptional(),
    }),
  ),
})

/** Models of many vendors through OpenRouter. */
export const openrouter = remoteProvider({
  id: 'openrouter',
  name: 'OpenRouter',
  about:
    'Models of many vendors behind one key of yours; what you write goes to OpenRouter and to whoever runs the model.',
  address: 'https://openrouter.ai/api/v1',
  keyVariables: ['OPENROUTER_API_KEY'],
  lanes: 8,
  settings,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  connect: (access, model, _, { json }) =>
    createOpenRouter({ ...access, appName: 'Longhand' }).chat(model, {
      usage: { include: true },
      structuredOutputs: { strict: isStrict(json) },
    }),
  read: () => readChat,
  tuning: (_, { reasoningEffort, keepsNothing }) => ({
    ...(keepsNothing && { always: { provider: { data_collection: 'deny', zdr: true } } }),
    ...(reasoningEffort && { wished: { reasoning: { effort: reasoningEffort } } }),
  }),
  room: ({ thinkingTokens, reasoningEffort = 'none' }) =>
    thinkingTokens ?? (reasoningEffort === 'none' ? 0 : 8192),
  cacheMark: ({ cache = true }) =>
    cache ? { openrouter: { cacheControl: { type: 'ephemeral' } } } : undefined,
  modelsPath: '/models',
  modelsIn: (body) =>
    list
      .parse(body)
      .data.filter(({ architecture }) => architecture?.output_modalities.includes('text') ?? true)
      .map(({ id, name, context_length }) => ({ id, name, contextSize: context_length })),
})
