import { z } from 'zod'

const counts = z.int().positive().optional().catch(undefined)

const line = z.union([
  z.object({ error: z.string() }),
  z.object({
    message: z
      .object({ content: z.string().catch(''), thinking: z.string().catch('') })
      .catch({ content: '', thinking: '' }),
    done: z.boolean().catch(false),
    done_reason: z.string().optional().catch(undefined),
    prompt_eval_count: counts,
    eval_count: counts,
  }),
])

/** One line of a reply of `/api/chat`, or what stands there instead. */
export type ChatLine = z.infer<typeof line>

const read = (text: string): ChatLine => line.parse(JSON.parse(text))

/** The lines of a reply as they come. Throws where one is no JSON of that kind. */
export async function* chatLines(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatLine> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += decoder.decode(value, { stream: !done })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const each of lines) if (each.trim()) yield read(each)
      if (done) break
    }
    if (rest.trim()) yield read(rest)
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
