import { InvalidArgumentError, type Command } from 'commander'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import type { Session } from './session.ts'

/** The flags that say how a run works, as they were given. */
export type RunFlags = {
  readonly model?: string
  readonly baseUrl?: string
  readonly apiKeyEnv?: string
  readonly lanes?: number
  readonly approve?: 'auto' | 'ask'
  readonly maxTokens?: number
  readonly maxMoney?: number
  readonly maxMinutes?: number
  readonly planner?: string
  readonly reviewer?: string
  readonly fallback?: readonly string[]
  readonly embedding?: string
  readonly set?: readonly string[]
}

/** A whole number from `least` to `most`, or a usage error. */
export const wholeNumber =
  (least: number, most: number) =>
  (given: string): number => {
    const value = /^\d+$/.test(given) ? Number(given) : NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `It must be a whole number from ${least} on.`
        : `It must be a whole number from ${least} to ${most}.`,
    )
  }

/** A number above 0, or a usage error. */
const amount = (given: string): number => {
  const value = /^\d*\.?\d+$/u.test(given) ? Number(given) : NaN
  if (value > 0) return value
  throw new InvalidArgumentError('It must be a number above 0.')
}

const approval = (given: string): 'auto' | 'ask' => {
  if (given === 'auto' || given === 'ask') return given
  throw new InvalidArgumentError('It must be auto or ask.')
}

/** Gathers a flag that may be given several times. */
export const gather = (given: string, before: readonly string[] = []): readonly string[] => [...before, given]

/** The flags that name a server. */
export const withServerFlags = (command: Command): Command =>
  command
    .option(
      '--base-url <URL>',
      'address of the server of --model; several with commas between are a pool (or LONGHAND_BASE_URL)',
    )
    .option('--api-key-env <VAR>', 'environment variable that holds the key of that server')

/** The flags that say how a run works. */
export const withRunFlags = (command: Command): Command =>
  withServerFlags(
    command.option(
      '--model <ID>',
      'practice, or PROVIDER/NAME as `models` lists them; any ID may be ID@BASE_URL, with the place where it stands',
    ),
  )
    .option(
      '--set <NAME=VALUE>',
      'a setting of the provider of --model, like contextSize=8192; repeatable',
      gather,
    )
    .option('--lanes <N>', 'how many calls at once', wholeNumber(1, 64))
    .option('--approve <HOW>', 'auto: draft at once; ask: show the plan first', approval)
    .option(
      '--max-tokens <N>',
      'tokens the project may cost at most',
      wholeNumber(1, Number.MAX_SAFE_INTEGER),
    )
    .option('--max-money <N>', 'US dollars the project may cost at most', amount)
    .option('--max-minutes <N>', 'minutes after which the run pauses', amount)
    .option(
      '--planner <ID>',
      'another model for planning; on another server as ID@BASE_URL, like the three below',
    )
    .option('--reviewer <ID>', 'another model for reviewing')
    .option('--embedding <ID>', 'a model by whose vectors passages are found beside their words')
    .option('--fallback <ID>', 'a model to go on with where the first cannot be reached; repeatable', gather)

/** Where a server is, and its key. The key comes from the environment alone and is never shown. */
export const reachOf = (
  { baseUrl, apiKeyEnv }: Pick<RunFlags, 'baseUrl' | 'apiKeyEnv'>,
  env: Session['env'],
): Omit<ModelChoice, 'id'> => {
  const address = baseUrl ?? env['LONGHAND_BASE_URL']
  const apiKey = apiKeyEnv === undefined ? undefined : env[apiKeyEnv]
  if (apiKeyEnv !== undefined && !apiKey) {
    // What was given is not repeated: it may be the key itself, given by mistake.
    const sentence = 'The environment variable that --api-key-env names is not set.'
    throw new AppError('usage', sentence, 'Give the name of a variable that holds the key.')
  }
  return { ...(address && { baseUrl: address }), ...(apiKey && { apiKey }) }
}
