import type { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'

/** The settings of a choice. Throws `AppError` where one is none of these, or has a value it cannot have. */
export const settingsOf = <Settings extends z.ZodObject>(
  schema: Settings,
  { settings = {} }: ModelChoice,
): z.output<Settings> => {
  const { data, error } = schema.safeParse(settings)
  if (data) return data
  const issue = error?.issues[0]
  const name = issue?.path.join('.') || 'Settings'
  throw new AppError('usage', `A setting of the model cannot be used: ${name}.`, issue?.message ?? '', error)
}
