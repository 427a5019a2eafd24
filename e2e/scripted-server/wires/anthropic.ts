import { z } from 'zod'
import { chatRequest } from '../chat-request.ts'
import { serverSent, textIn } from '../wire.ts'
import type { Counted, Speaker, Wire } from '../wire.ts'

const content = z.union([z.string(), z.array(z.object({ text: z.string() }))])
const schema = z.record(z.string(), z.unknown())

const wire = z.looseObject({
  model: z.string(),
  system: content.default(''),
  messages: z.array(z.object({ role: z.string(), content })),
  stream: z.boolean().default(false),
  temperature: z.number().optional(),
  max_tokens: z.number(),
  output_config: z.looseObject({ format: z.looseObject({ schema }).optional() }).optional(),
})

const event = (type: string, rest: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`

const reasons = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
  refusal: 'refusal',
} as const

const speaker = (
  model: string,
  { tokens, cached }: { readonly tokens: number; readonly cached: number },
): Speaker => {
  let index = -1
  let open: 'thinking' | 'text' | null = null
  const closed = (): string => (open ? event('content_block_stop', { index }) : '')
  const opened = (kind: 'thinking' | 'text'): string => {
    if (open === kind) return ''
    const before = closed()
    open = kind
    index += 1
    return before + event('content_block_start', { index, content_block: { type: kind, [kind]: '' } })
  }
  // What was read from the cache is not counted among the input tokens.
  const asked = {
    input_tokens: tokens - cached,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: 0,
  }
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null }
  const delta = (stop_reason: string | null, { output }: Counted): string =>
    event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: output } })
  return {
    start: () =>
      event('message_start', { message: { ...message, usage: { ...asked, output_tokens: 1 } } }) +
      event('ping'),
    text: (text) =>
      opened('text') + event('content_block_delta', { index, delta: { type: 'text_delta', text } }),
    thinking: (thinking) =>
      opened('thinking') +
      event('content_block_delta', { index, delta: { type: 'thinking_delta', thinking } }),
    finish: (reason, counted) => {
      const before = closed()
      open = null
      return before + delta(reasons[reason], counted)
    },
    usage: (counted) => delta(null, counted),
    done: () => event('message_stop'),
  }
}

const kinds: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
}

const failure = (code: number | null, message: string) => ({
  type: 'error',
  error: { type: kinds[code ?? 500] ?? 'api_error', message },
})

/** Anthropic's Messages API. */
export const anthropicMessages: Wire = {
  ...serverSent,
  name: 'Anthropic',
  base: '/v1',
  keyIn: (headers) => headers['x-api-key']?.toString(),
  isCall: (path) => path === '/messages',
  modelsPath: '/models?limit=1000',
  models: (names) => ({
    data: names.map((id) => ({ type: 'model', id, display_name: `The ${id}`, max_input_tokens: 200_000 })),
    has_more: false,
  }),
  request: (_, body) => {
    const { model, system, messages, stream, temperature, max_tokens, output_config } = wire.parse(
      JSON.parse(body),
    )
    const all = [{ role: 'system', content: system }, ...messages]
    return chatRequest(
      {
        model,
        messages: all.map(({ role, content: said }) => ({ role, content: textIn(said) })),
        isStreamed: stream,
        wantsUsage: true,
      },
      { temperature, maxTokens: max_tokens, json: output_config?.format?.schema },
    )
  },
  speak: ({ model }, input) => speaker(model, input),
  error: (message, code) => event('error', failure(code, message)),
  refusal: (code, message) => JSON.stringify(failure(code, message)),
}
