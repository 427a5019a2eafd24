import { z } from 'zod'

/** What can be set for a model at Ollama. */
export const ollamaSettings = z.strictObject({
  contextSize: z.int().min(2048).exactOptional().meta({
    title: 'Context',
    description:
      'Tokens that it reads and writes at once; more take more memory. Without a number: what the model and this computer allow, 16,384 at most.',
  }),
  keepAlive: z.number().min(0).exactOptional().meta({
    title: 'Keep loaded',
    description: 'Minutes without a call after which Ollama unloads the model. Usually ten.',
  }),
  thinking: z.boolean().exactOptional().meta({
    title: 'Think first',
    description:
      'For models that can: better plans and judgements, much slower. Thoughts are never part of the text.',
  }),
  threads: z
    .int()
    .min(1)
    .max(256)
    .exactOptional()
    .meta({ title: 'Threads', description: 'Without a number Ollama chooses.' }),
})
export type OllamaSettings = z.output<typeof ollamaSettings>
