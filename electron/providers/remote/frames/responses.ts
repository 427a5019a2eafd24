import { z } from 'zod'
import { errorOf } from './frame.ts'
import type { Frame, ReadFrame } from './frame.ts'

const details = z.object({ message: z.string(), code: z.unknown().optional() })
const frame = z.union([
  z.object({ type: z.literal('response.completed') }),
  z.object({ type: z.literal('response.refusal.delta') }),
  z.object({
    type: z.literal('response.incomplete'),
    response: z.object({ incomplete_details: z.object({ reason: z.string() }) }),
  }),
  z.object({ type: z.literal('response.failed'), response: z.object({ error: details.nullish() }) }),
  z.object({ type: z.literal('error'), ...details.shape }),
  z.object({ type: z.literal('error'), error: details.extend({ type: z.string().nullish() }) }),
])

const reasons: Readonly<Record<string, Frame['finish']>> = {
  max_output_tokens: 'length',
  content_filter: 'filter',
}

const unnamed = { message: 'The reply failed', code: 'server_error' }

/** Frames of OpenAI's Responses API. */
export const readResponses: ReadFrame = (raw) => {
  const { data } = frame.safeParse(raw)
  switch (data?.type) {
    case 'response.completed':
      return { finish: 'stop' }
    case 'response.refusal.delta':
      return { isRefusal: true }
    case 'response.incomplete':
      return { finish: reasons[data.response.incomplete_details.reason] ?? 'error' }
    case 'response.failed': {
      const { message, code } = data.response.error ?? unnamed
      return { error: errorOf(message, code, String(code)) }
    }
    case 'error': {
      const { message, code } = 'error' in data ? data.error : data
      return { error: errorOf(message, code, 'error' in data ? data.error.type : null) }
    }
    default:
      return { isUnknown: z.object({ type: z.string() }).safeParse(raw).success }
  }
}
