import type { z } from 'zod'
import type { ModelChoice, ModelEvent, ModelRequest } from '../../shared/model.ts'
import type { Attempt } from './attempt.ts'
import type { Place } from './discovery/places.ts'
import type { StartEngine } from './llama-cpp/engine-port.ts'

/** The seam: never throws; stops within 200 ms of `signal`, keeping what it has said. */
export type Model = (request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>

/** What a provider needs from its host; tests hand in their own clock. */
export type ProviderPlatform = {
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Resolves after `ms`, or at once when `signal` aborts (never rejects). */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** The folder of the writer's own GGUF files, absolute; it need not be there. */
  readonly modelsFolder?: () => string
  /** Starts the process in which a GGUF file is run; a child of Node's where this is left out. */
  readonly startEngine?: StartEngine
  /** Where to look for local model servers; the usual places where this is left out. */
  readonly places?: readonly Place[]
}

/** What is known of a model, for whoever chooses it. */
export type ModelDescription = {
  readonly name: string
  /** The size of its file. */
  readonly bytes?: number
  /** Tokens of context for one call: as a server has them now, or at most, where they are made as they are needed. */
  readonly contextSize?: number
  /** Calls it serves at once. */
  readonly lanes?: number
  /** What computes it: `cpu`, or the kind of graphics processor. */
  readonly device?: string
}

/** Turns texts into vectors, one for each in order, so that texts about the same lie near each other. Rejects where it cannot. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<readonly Float32Array[]>

/** One kind of model server (or none, for `practice`). Listed in `index.ts`; nothing else names it. */
export type Provider = {
  /** The first part of a model id, e.g. `openai-compatible`. */
  readonly id: string
  readonly name: string
  /** One sentence for the writer: what it is and what it needs. */
  readonly about: string
  /** How many calls it serves at once when the writer says nothing. */
  readonly lanes: number
  /** The models it offers, as full ids. Throws `AppError` when it cannot be asked. */
  readonly list: (choice: ModelChoice, platform: ProviderPlatform) => Promise<readonly string[]>
  /** Opens a model that sends each request once; throws `AppError` when the choice lacks something (a base URL, say). */
  readonly open: (choice: ModelChoice, platform: ProviderPlatform) => Attempt
  /** Opens a model for vectors, where it has such models; throws `AppError` when the choice lacks something. */
  readonly embed?: (choice: ModelChoice, platform: ProviderPlatform) => Embed
  /** Tokens that the model of a choice may think besides each reply. Throws `AppError` for settings that cannot be. */
  readonly room?: (choice: ModelChoice) => number
  /** What can be set for its models: read from the `settings` of a choice, and drawn as a form. */
  readonly settings?: z.ZodObject
  /** The kinds of server it speaks with, by name, where a writer or a team runs them. */
  readonly servers?: readonly string[]
  /** Where its calls go when a choice names no base URL. */
  readonly address?: string
  /** Environment variables in which people keep a key for `address`; the first that is set counts. */
  readonly keyVariables?: readonly string[]
  /** What is known of the model a choice names. Throws `AppError` where there is none. */
  readonly describe?: (choice: ModelChoice, platform: ProviderPlatform) => Promise<ModelDescription>
  /** Scheme, host and port that calls go to, where there is a network between: the call policy then applies. */
  readonly endpoint?: (choice: ModelChoice) => string
}
