import { z } from 'zod'

/** One request of a LongBench-Write file: the prompt, what kind of text it wants, and how many words it must have. */
export const writingRequest = z.object({
  prompt: z.string().min(1),
  type: z.string().min(1),
  length: z.int().positive(),
})
export type WritingRequest = z.infer<typeof writingRequest>
