import { z } from 'zod'
import { chatRequest } from '../chat-request.ts'
import { bearerIn, eventOf, serverSent, textIn } from '../wire.ts'
import type { Counted, Reason, Speaker, Wire } from '../wire.ts'

const part = z.object({ type: z.string(), text: z.string().optional() })

const wire = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean().optional() }).optional(),
  usage: z.object({ include: z.boolean() }).optional(),
  seed: z.number().optional(),
  random_seed: z.number().optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  response_format: z
    .looseObject({ json_schema: z.looseObject({ schema: z.record(z.string(), z.unknown()) }).optional() })
    .optional(),
})

/** What the vendors that speak this protocol do differently. */
type Dialect = {
  readonly name: string
  readonly thinking: (piece: string) => object
  /** The counts come with the last frame, asked for or not. */
  readonly countsLast?: boolean
}

const usageOf = ({ input, cached, output }: Counted): object => ({
  usage: {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + Number(output),
    prompt_tokens_details: { cached_tokens: cached },
  },
})

const finishes = {
  stop: 'stop',
  length: 'length',
  content_filter: 'content_filter',
  refusal: 'stop',
} as const

const chatSpeaker = (model: string, wantsUsage: boolean, { thinking, countsLast }: Dialect): Speaker => {
  const chunk = (choices: readonly object[], rest: object = {}): string =>
    eventOf(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 0,
        model,
        choices,
        ...rest,
      }),
    )
  const says = (delta: object, finish: string | null = null, rest: object = {}): string =>
    chunk([{ index: 0, delta, finish_reason: finish }], rest)
  const usage = (counted: Counted): string =>
    countsLast ? says({ content: '' }, null, usageOf(counted)) : chunk([], usageOf(counted))
  return {
    start: () => says({ role: 'assistant', content: '' }),
    text: (content) => says({ content }),
    thinking: (piece) => says(thinking(piece)),
    finish: (reason: Reason, counted) => {
      const refusal = reason === 'refusal' ? says({ content: '', refusal: 'I cannot help with that.' }) : ''
      const end = says({ content: '' }, finishes[reason], countsLast ? usageOf(counted) : {})
      return refusal + end + (wantsUsage && !countsLast ? usage(counted) : '')
    },
    usage,
    done: () => eventOf('[DONE]'),
  }
}

const errorOf = (message: string, type: string, code: number | null): string =>
  JSON.stringify({ error: { message, type, code } })

const chatWire = (dialect: Dialect): Wire => ({
  ...serverSent,
  name: dialect.name,
  base: '/v1',
  keyIn: bearerIn,
  isCall: (path) => path === '/chat/completions',
  modelsPath: '/models',
  models: (names) => ({ object: 'list', data: names.map((id) => ({ id, object: 'model' })) }),
  request: (_, body) => {
    const read = wire.parse(JSON.parse(body))
    const messages = read.messages.map(({ role, content }) => ({ role, content: textIn(content) }))
    const wantsUsage =
      read.stream_options?.include_usage ?? read.usage?.include ?? dialect.countsLast ?? false
    return chatRequest(
      { model: read.model, messages, isStreamed: read.stream, wantsUsage },
      {
        seed: read.seed ?? read.random_seed,
        temperature: read.temperature,
        maxTokens: read.max_tokens ?? read.max_completion_tokens,
        json: read.response_format?.json_schema?.schema,
      },
    )
  },
  speak: ({ model, wantsUsage }) => chatSpeaker(model, wantsUsage, dialect),
  error: (message, code) => eventOf(errorOf(message, 'server_error', code)),
  refusal: (_, message) => errorOf(message, 'error', null),
})

/** OpenAI's chat protocol, and that of local servers. */
export const openaiChat = chatWire({
  name: 'OpenAI chat',
  thinking: (reasoning_content) => ({ reasoning_content }),
})

/** The same as OpenRouter speaks it. */
export const openrouterChat = chatWire({ name: 'OpenRouter chat', thinking: (reasoning) => ({ reasoning }) })

/** The same as Mistral speaks it. */
export const mistralChat = chatWire({
  name: 'Mistral chat',
  thinking: (text) => ({ content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] }),
  countsLast: true,
})
