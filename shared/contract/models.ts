import { z } from 'zod'
import { base, positive, modelChoice } from './base.ts'

export const models = {
  /** Every provider with the models it offers; `trouble` says why it could not be asked. */
  list: base
    .input(z.object({ baseUrl: z.string().exactOptional(), apiKey: z.string().exactOptional() }))
    .output(
      z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            about: z.string(),
            lanes: positive,
            models: z.array(z.string()).readonly(),
            trouble: z.string().exactOptional(),
          }),
        )
        .readonly(),
    ),
  /** Fails where a choice names no provider or lacks something; asks no server. */
  check: base.input(modelChoice).output(z.object({ lanes: positive })),
  /** Asks a model for one short sentence: milliseconds to its first token, and what it said. */
  try: base.input(modelChoice).output(z.object({ firstTokenMs: z.number(), said: z.string() })),
}
