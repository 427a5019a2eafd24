import { createOpenAI } from '@ai-sdk/openai'
import { z } from 'zod'
import { readChat } from './remote/frames/chat.ts'
import { readResponses } from './remote/frames/responses.ts'
import { cacheKey } from './remote/prompt.ts'
import { remoteProvider } from './remote/remote-provider.ts'
import { strictness } from './remote/strict-schema.ts'

const settings = z.strictObject({
  api: z.enum(['responses', 'chat']).exactOptional().meta({
    title: 'Protocol',
    description: 'Responses unless you choose chat, which some proxies alone understand.',
  }),
  reasoningEffort: z
    .enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh'])
    .exactOptional()
    .meta({ title: 'Thinking', description: 'How much a reasoning model thinks before it writes.' }),
  thinkingTokens: z.int().min(0).max(65_536).exactOptional().meta({
    title: 'Room for thinking',
    description: 'Tokens it may think besides the text. Usually 8192 for reasoning models.',
  }),
})

const list = z.object({ data: z.array(z.object({ id: z.string() })) })
const writesNoText =
  /embed|whisper|tts|audio|realtime|transcribe|image|dall-e|sora|moderation|davinci|babbage|search|computer-use|instruct/
const thinks = /^(o\d|gpt-[5-9])/

/** OpenAI’s own models. */
export const openai = remoteProvider({
  id: 'openai',
  name: 'OpenAI',
  about: 'OpenAI’s models, over the network; they need a key of yours, and what you write goes to OpenAI.',
  address: 'https://api.openai.com/v1',
  keyVariables: ['OPENAI_API_KEY'],
  lanes: 8,
  embeds: true,
  settings,
  keyHeaders: (key) => ({ authorization: `Bearer ${key}` }),
  connect: (access, model, { api }) => {
    const vendor = createOpenAI(access)
    return api === 'chat' ? vendor.chat(model) : vendor.responses(model)
  },
  read: ({ api }) => (api === 'chat' ? readChat : readResponses),
  tuning: ({ messages, json }, { api, reasoningEffort }) => {
    const promptCacheKey = cacheKey(messages)
    return {
      // What is written here is nobody else's to keep.
      always: { store: false, ...strictness(json) },
      wished: {
        ...(promptCacheKey && { promptCacheKey }),
        ...(reasoningEffort && { reasoningEffort }),
        ...(api !== 'chat' && { reasoningSummary: 'auto' }),
      },
    }
  },
  room: ({ thinkingTokens }, model) => thinkingTokens ?? (thinks.test(model) ? 8192 : 0),
  modelsPath: '/models',
  modelsIn: (body) => list.parse(body).data.filter(({ id }) => !writesNoText.test(id)),
})
