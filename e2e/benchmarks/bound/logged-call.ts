import { z } from 'zod'

/** One call as a server saw it: when it came, said its first word and its last (ms), and what was asked and said. */
export const loggedCall = z.object({
  n: z.int(),
  from: z.number(),
  first: z.number(),
  to: z.number(),
  prompt: z.string(),
  reply: z.string(),
})
export type LoggedCall = Readonly<z.infer<typeof loggedCall>>
