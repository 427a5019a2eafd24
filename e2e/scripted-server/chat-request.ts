import { z } from 'zod'

const part = z.object({ type: z.string(), text: z.string().optional() })

const wire = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean().optional() }).optional(),
  seed: z.number().optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
  response_format: z
    .looseObject({ json_schema: z.looseObject({ schema: z.record(z.string(), z.unknown()) }).optional() })
    .optional(),
})

/** A chat request as the server understood it. */
export type ChatRequest = {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly isStreamed: boolean
  readonly wantsUsage: boolean
  readonly seed?: number
  readonly temperature?: number
  readonly maxTokens?: number
  readonly json?: Readonly<Record<string, unknown>>
}

/** Reads a request body; throws where it is no chat request. */
export const chatRequest = (body: string): ChatRequest => {
  const { model, messages, stream, stream_options, seed, temperature, max_tokens, response_format } =
    wire.parse(JSON.parse(body))
  const json = response_format?.json_schema?.schema
  return {
    model,
    messages: messages.map(({ role, content }) => ({
      role,
      content: typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join(''),
    })),
    isStreamed: stream,
    wantsUsage: stream_options?.include_usage ?? false,
    ...(seed !== undefined && { seed }),
    ...(temperature !== undefined && { temperature }),
    ...(max_tokens !== undefined && { maxTokens: max_tokens }),
    ...(json && { json }),
  }
}
