import { z } from 'zod'
import { chatRequest } from '../chat-request.ts'
import { bearerIn } from '../wire.ts'
import type { Counted, Reason, Speaker, Wire } from '../wire.ts'

const wire = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.boolean().default(true),
  format: z.record(z.string(), z.unknown()).optional(),
  options: z.looseObject({
    seed: z.int().optional(),
    temperature: z.number().optional(),
    num_predict: z.int().optional(),
  }),
})

const line = (value: object): string => `${JSON.stringify(value)}\n`

const reasons: Readonly<Record<Reason, string>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'stop',
  refusal: 'stop',
}

const speaker = (model: string): Speaker => {
  const said = (message: object, rest: object = { done: false }): string =>
    line({
      model,
      created_at: '2026-11-22T12:00:00Z',
      message: { role: 'assistant', content: '', ...message },
      ...rest,
    })
  const finish = (reason: Reason, { input, output }: Counted): string =>
    said({}, { done: true, done_reason: reasons[reason], prompt_eval_count: input, eval_count: output })
  return {
    start: () => '',
    text: (content) => said({ content }),
    thinking: (thinking) => said({ thinking }),
    finish,
    usage: () => '',
    done: () => '',
  }
}

/** Ollama's own protocol: lines of JSON, the last of which says how it ended and what it counted. */
export const ollamaChat: Wire = {
  name: 'Ollama',
  base: '',
  contentType: 'application/x-ndjson',
  keyIn: bearerIn,
  isCall: (path) => path === '/api/chat',
  modelsPath: '/api/tags',
  models: (names) => ({ models: names.map((name) => ({ name, model: name, size: 2 ** 32 })) }),
  request: (_, body) => {
    const { model, messages, stream, format, options } = wire.parse(JSON.parse(body))
    return chatRequest(
      { model, messages, isStreamed: stream, wantsUsage: true },
      {
        seed: options.seed,
        temperature: options.temperature,
        maxTokens: options.num_predict,
        json: format,
      },
    )
  },
  speak: ({ model }) => speaker(model),
  frame: (data) => `${data}\n`,
  error: (message) => line({ error: message }),
  refusal: (_, message) => JSON.stringify({ error: message }),
  murmur: '\n',
}
