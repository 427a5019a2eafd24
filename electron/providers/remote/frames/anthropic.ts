import { z } from 'zod'
import { errorOf } from './frame.ts'
import type { Frame, ReadFrame } from './frame.ts'

const finished = z.object({
  type: z.literal('message_delta'),
  delta: z.object({ stop_reason: z.string() }),
})
const failed = z.object({
  type: z.literal('error'),
  error: z.object({ type: z.string(), message: z.string() }),
})
const known = new Set([
  'message_start',
  'message_delta',
  'message_stop',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'error',
])

const reasons: Readonly<Record<string, Frame['finish']>> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'filter',
}

/** Frames of Anthropic's Messages API. Kinds it adds later are to be passed over, as its documentation asks. */
export const readAnthropic: ReadFrame = (raw) => {
  const error = failed.safeParse(raw).data?.error
  if (error) return { error: errorOf(error.message, null, error.type) }
  const reason = finished.safeParse(raw).data?.delta.stop_reason
  if (reason !== undefined) return { finish: reasons[reason] ?? 'stop' }
  const type = z.object({ type: z.string() }).safeParse(raw).data?.type
  return { isUnknown: type !== undefined && !known.has(type) }
}
