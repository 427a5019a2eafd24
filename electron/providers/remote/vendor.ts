import type { LanguageModelV4, SharedV4ProviderOptions } from '@ai-sdk/provider'
import type { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice, ModelRequest } from '../../../shared/model.ts'
import type { ReadFrame } from './frames/frame.ts'
import type { Tuning } from './one-attempt.ts'
import { serverOf } from './server.ts'
import type { Server } from './server.ts'

/** Where and as whom to reach a vendor, through a `fetch` that keeps the key to its server. */
export type Access = {
  readonly baseURL: string
  /** Empty where there is none. */
  readonly apiKey: string
  readonly fetch: typeof globalThis.fetch
}

/** One model of a vendor's list. */
export type ListedModel = {
  readonly id: string
  readonly name?: string | null
  readonly contextSize?: number | null
}

/** What is particular to one vendor; what all have in common is in this folder. */
export type Vendor<Settings extends z.ZodObject = z.ZodObject> = {
  /** The first part of its model ids. */
  readonly id: string
  readonly name: string
  readonly about: string
  readonly lanes: number
  /** Its own base URL, which a choice may replace. */
  readonly address?: string
  /** Environment variables with its key. A vendor that has any wants a key. */
  readonly keyVariables?: readonly [string, ...string[]]
  readonly settings: Settings
  /** It also has models for vectors, by OpenAI's protocol. */
  readonly embeds?: boolean
  /** The headers that carry the key where its list of models is asked for. */
  readonly keyHeaders: (key: string) => Readonly<Record<string, string>>
  /** Its model, spoken with through the AI SDK. */
  readonly connect: (
    access: Access,
    model: string,
    settings: z.output<Settings>,
    request: ModelRequest,
  ) => LanguageModelV4
  readonly read: (settings: z.output<Settings>) => ReadFrame
  readonly tuning?: (request: ModelRequest, settings: z.output<Settings>, model: string) => Tuning
  /** Under which name the AI SDK takes what `tuning` gives; the id where this is left out. */
  readonly optionsName?: string
  /** Tokens that a model may think besides the text that was asked for, where the vendor counts both as one. */
  readonly room?: (settings: z.output<Settings>, model: string) => number
  /** Whether its package adds to the bound what `tuning` lets a model think. */
  readonly addsRoom?: (model: string) => boolean
  /** What marks a part up to which it is to cache, where it wants to be told. */
  readonly cacheMark?: (settings: z.output<Settings>) => SharedV4ProviderOptions | undefined
  /** Path of its list of models, from the base URL, and those in it that write text. Throws `z.ZodError`. */
  readonly modelsPath: string
  readonly modelsIn: (body: unknown) => readonly ListedModel[]
}

/** The name of the model within its vendor. Throws `AppError` where there is none. */
export const nameOf = (vendor: Pick<Vendor, 'id'>, { id }: ModelChoice): string => {
  const prefix = `${vendor.id}/`
  const name = id.startsWith(prefix) ? id.slice(prefix.length).trim() : ''
  if (!name) throw new AppError('usage', 'The model has no name.', `Say which: ${prefix}NAME.`)
  return name
}

/** The server of a choice, with the key where the vendor wants one. Throws `AppError` where it is missing. */
export const serverFor = (
  { name, address, keyVariables }: Pick<Vendor, 'name' | 'address' | 'keyVariables'>,
  choice: ModelChoice,
): Server => {
  const server = serverOf(choice, address)
  if (!keyVariables || server.key) return server
  const own = address === undefined ? server : serverOf({ id: choice.id }, address)
  const variables = keyVariables.join(' or ')
  const named = own.host === server.host ? 'origin' : 'host'
  throw new AppError(
    'model-key-refused',
    `${name} wants a key; nothing was sent.`,
    own.origin === server.origin
      ? `Give your key under Models, or set ${variables} and start again.`
      : `The key in ${variables} goes to ${own[named]} alone. For ${server[named]} say --api-key-env ${keyVariables[0]}, or give it under Models.`,
  )
}
