import { z } from 'zod'
import { errorOf } from './frame.ts'
import type { Frame, ReadFrame } from './frame.ts'

const failed = z.object({
  error: z.object({ message: z.string(), code: z.unknown().optional(), status: z.string().nullish() }),
})
const finished = z.object({
  candidates: z.tuple([z.object({ finishReason: z.string() })], z.unknown()),
})
const blocked = z.object({ promptFeedback: z.object({ blockReason: z.string().min(1) }) })

const finishes: Readonly<Record<string, Frame['finish']>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  MALFORMED_FUNCTION_CALL: 'error',
  MALFORMED_RESPONSE: 'error',
  OTHER: 'error',
}

/** Frames of Gemini's generateContent. A prompt that is blocked and every reason it has for holding text back are one. */
export const readGemini: ReadFrame = (raw) => {
  const error = failed.safeParse(raw).data?.error
  if (error) return { error: errorOf(error.message, error.code, error.status) }
  const reason = finished.safeParse(raw).data?.candidates[0].finishReason
  if (reason === 'FINISH_REASON_UNSPECIFIED' || reason === 'CONTINUATION') return {}
  if (reason !== undefined) return { finish: finishes[reason] ?? 'filter' }
  const block = blocked.safeParse(raw).data?.promptFeedback.blockReason
  if (block !== undefined && !block.endsWith('UNSPECIFIED')) return { finish: 'filter' }
  return {
    isUnknown: typeof raw === 'object' && raw !== null && !('candidates' in raw) && !('usageMetadata' in raw),
  }
}
