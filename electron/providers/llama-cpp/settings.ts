import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import { graphicsWords } from './graphics.ts'

/** What can be set for a GGUF file. Files are named as models are: by name in the folder of models, or by path. */
export const llamaSettings = z.strictObject({
  gpu: z.boolean().exactOptional().meta({
    title: 'Graphics processor',
    description: graphicsWords(),
  }),
  threads: z
    .int()
    .min(1)
    .max(256)
    .exactOptional()
    .meta({ title: 'Threads', description: 'Without a number all cores but one.' }),
  contextSize: z
    .int()
    .min(512)
    .exactOptional()
    .meta({ title: 'Context, at most', description: 'Tokens for one call; more take more memory.' }),
  adapter: z
    .string()
    .min(1)
    .exactOptional()
    .meta({ title: 'LoRA adapter', description: 'A GGUF file with an adapter made for this model.' }),
  draft: z.string().min(1).exactOptional().meta({
    title: 'Draft model',
    description: 'A much smaller model of the same family, whose guesses make this one faster.',
  }),
  unloadMinutes: z
    .number()
    .min(0)
    .exactOptional()
    .meta({ title: 'Unload after', description: 'Minutes without a call. Usually ten.' }),
})
export type LlamaSettings = z.infer<typeof llamaSettings>

/** The settings of a choice. Throws `AppError` where one is none of these, or has a value it cannot have. */
export const settingsOf = ({ settings = {} }: ModelChoice): LlamaSettings => {
  const { data, error } = llamaSettings.safeParse(settings)
  if (data) return data
  const [issue] = error.issues
  const name = issue?.path.join('.') || 'Settings'
  throw new AppError('usage', `A setting of the model cannot be used: ${name}.`, issue?.message ?? '', error)
}
