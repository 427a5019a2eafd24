import { z } from 'zod'
import { chatRequest } from '../chat-request.ts'
import { eventOf, serverSent, textIn } from '../wire.ts'
import type { Counted, Speaker, Wire } from '../wire.ts'

const parts = z.array(z.object({ text: z.string() }))
const schema = z.record(z.string(), z.unknown())

const wire = z.looseObject({
  contents: z.array(z.object({ role: z.string(), parts })),
  systemInstruction: z.object({ parts }).optional(),
  generationConfig: z.looseObject({
    maxOutputTokens: z.number().optional(),
    temperature: z.number().optional(),
    seed: z.int32().optional(),
    responseSchema: schema.optional(),
    responseJsonSchema: schema.optional(),
  }),
})

const call = /^\/models\/([^:]+):(streamGenerateContent\?alt=sse|generateContent)$/

const reasons = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  content_filter: 'SAFETY',
  refusal: 'PROHIBITED_CONTENT',
} as const

const speaker = (): Speaker => {
  let hasText = false
  const chunk = (rest: object): string =>
    eventOf(JSON.stringify({ ...rest, responseId: 'r1', modelVersion: 'm' }))
  const says = (part: object, rest: object = {}): string =>
    chunk({ candidates: [{ content: { role: 'model', parts: [part] }, index: 0, ...rest }] })
  const usageOf = ({ input, cached, output }: Counted): object => ({
    usageMetadata: { promptTokenCount: input, cachedContentTokenCount: cached, candidatesTokenCount: output },
  })
  return {
    start: () => '',
    text: (text) => {
      hasText = true
      return says({ text })
    },
    thinking: (text) => says({ text, thought: true }),
    finish: (reason, counted) => {
      const isBlocked = reason === 'content_filter' && !hasText
      const why = isBlocked
        ? { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }
        : { candidates: [{ content: { role: 'model', parts: [] }, finishReason: reasons[reason], index: 0 }] }
      return chunk({ ...why, ...usageOf(counted) })
    },
    usage: (counted) => chunk(usageOf(counted)),
    done: () => '',
  }
}

const states: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
}

const failure = (code: number | null, message: string): string =>
  JSON.stringify({ error: { code: code ?? 500, message, status: states[code ?? 500] ?? 'INTERNAL' } })

/** Gemini's generateContent. */
export const gemini: Wire = {
  ...serverSent,
  name: 'Gemini',
  base: '/v1beta',
  keyIn: (headers) => headers['x-goog-api-key']?.toString(),
  isCall: (path) => call.test(path),
  modelsPath: '/models?pageSize=1000',
  models: (names) => ({
    models: names.map((name) => ({
      name: `models/${name}`,
      displayName: `The ${name}`,
      inputTokenLimit: 1_048_576,
      supportedGenerationMethods: ['generateContent', 'countTokens'],
    })),
  }),
  request: (path, body) => {
    const [, model = '', method = ''] = call.exec(path) ?? []
    const { contents, systemInstruction, generationConfig } = wire.parse(JSON.parse(body))
    const all = [{ role: 'system', parts: systemInstruction?.parts ?? [] }, ...contents]
    return chatRequest(
      {
        model,
        messages: all.map(({ role, parts: said }) => ({ role, content: textIn(said) })),
        isStreamed: method.startsWith('stream'),
        wantsUsage: true,
      },
      {
        seed: generationConfig.seed,
        temperature: generationConfig.temperature,
        maxTokens: generationConfig.maxOutputTokens,
        json: generationConfig.responseJsonSchema ?? generationConfig.responseSchema,
      },
    )
  },
  speak: speaker,
  error: (message, code) => eventOf(failure(code, message)),
  refusal: failure,
}
