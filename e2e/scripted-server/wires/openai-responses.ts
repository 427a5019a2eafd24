import { z } from 'zod'
import { chatRequest } from '../chat-request.ts'
import { bearerIn, serverSent, textIn } from '../wire.ts'
import type { Counted, Speaker, Wire } from '../wire.ts'
import { openaiChat } from './openai-chat.ts'

const wire = z.looseObject({
  model: z.string(),
  input: z.array(
    z.object({ role: z.string(), content: z.union([z.string(), z.array(z.object({ text: z.string() }))]) }),
  ),
  stream: z.boolean().default(false),
  temperature: z.number().optional(),
  max_output_tokens: z.number().optional(),
  text: z
    .looseObject({ format: z.looseObject({ schema: z.record(z.string(), z.unknown()) }).optional() })
    .optional(),
})

const usageOf = ({ input, cached, output }: Counted): object => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: cached },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: input + Number(output),
})

const event = (type: string, rest: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: 0, ...rest })}\n\n`

const incomplete: Readonly<Record<string, string>> = {
  length: 'max_output_tokens',
  content_filter: 'content_filter',
}

const speaker = (model: string): Speaker => {
  let open: 'thinking' | 'text' | null = null
  const item = {
    thinking: { id: 'rs_1', type: 'reasoning' },
    text: { id: 'msg_1', type: 'message' },
  } as const
  const opened = (kind: 'thinking' | 'text'): string => {
    if (open === kind) return ''
    open = kind
    const added = event('response.output_item.added', {
      output_index: kind === 'text' ? 1 : 0,
      item: { ...item[kind], content: [], summary: [] },
    })
    if (kind === 'text') return added
    return (
      added +
      event('response.reasoning_summary_part.added', { item_id: 'rs_1', output_index: 0, summary_index: 0 })
    )
  }
  const made = { id: 'resp_1', created_at: 0, model }
  const finish: Speaker['finish'] = (reason, counted) => {
    const refusal = { item_id: 'msg_1', output_index: 1, content_index: 0, delta: 'I cannot help with that.' }
    const why = incomplete[reason]
    const type = why ? 'response.incomplete' : 'response.completed'
    const response = { ...made, usage: usageOf(counted), incomplete_details: why ? { reason: why } : null }
    return (
      (reason === 'refusal' ? opened('text') + event('response.refusal.delta', refusal) : '') +
      event(type, { response })
    )
  }
  return {
    start: () =>
      event('response.created', { response: made }) + event('response.in_progress', { response: made }),
    text: (delta) =>
      opened('text') +
      event('response.output_text.delta', { item_id: 'msg_1', output_index: 1, content_index: 0, delta }),
    thinking: (delta) =>
      opened('thinking') +
      event('response.reasoning_summary_text.delta', {
        item_id: 'rs_1',
        output_index: 0,
        summary_index: 0,
        delta,
      }),
    finish,
    usage: (counted) => finish('stop', counted),
    done: () => '',
  }
}

/** OpenAI's Responses API. */
export const openaiResponses: Wire = {
  ...openaiChat,
  ...serverSent,
  name: 'OpenAI responses',
  keyIn: bearerIn,
  isCall: (path) => path === '/responses',
  request: (_, body) => {
    const { model, input, stream, temperature, max_output_tokens, text } = wire.parse(JSON.parse(body))
    const messages = input.map(({ role, content }) => ({ role, content: textIn(content) }))
    return chatRequest(
      { model, messages, isStreamed: stream, wantsUsage: true },
      { temperature, maxTokens: max_output_tokens, json: text?.format?.schema },
    )
  },
  speak: ({ model }) => speaker(model),
  error: (message, code) => {
    const error = { message, code: code === null ? 'server_error' : String(code) }
    return event('response.failed', { response: { id: 'resp_1', error } })
  },
}
