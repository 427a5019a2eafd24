import { z } from 'zod'
import { errorOf } from './frame.ts'
import type { Frame, ReadFrame } from './frame.ts'

const kind = { type: z.string().nullish().catch(null), code: z.unknown().optional() }
const details = z.object({ message: z.string(), ...kind })
const failed = z.union([
  z.object({
    error: z.union([details, z.string().transform((message) => ({ message, type: null, code: null }))]),
  }),
  z.object({ object: z.literal('error'), ...details.shape }).transform((error) => ({ error })),
])
const finished = z.object({
  choices: z.tuple([z.object({ finish_reason: z.string() })], z.unknown()),
})

const refused = z.object({
  choices: z.tuple([z.object({ delta: z.object({ refusal: z.string().min(1) }) })], z.unknown()),
})

const finishes: Readonly<Record<string, Frame['finish']>> = {
  length: 'length',
  model_length: 'length',
  content_filter: 'filter',
  error: 'error',
  abort: 'error',
}

/** Frames of OpenAI's chat protocol, as OpenAI, Mistral, OpenRouter and local servers send them. */
export const readChat: ReadFrame = (raw) => {
  const error = failed.safeParse(raw).data?.error
  if (error) return { error: errorOf(error.message, error.code, error.type) }
  const reason = finished.safeParse(raw).data?.choices[0].finish_reason
  if (reason !== undefined) return { finish: finishes[reason] ?? 'stop' }
  if (refused.safeParse(raw).success) return { isRefusal: true }
  return { isUnknown: typeof raw === 'object' && raw !== null && !('choices' in raw) && !('error' in raw) }
}
