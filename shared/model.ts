import type { ErrorCode } from './errors.ts'

/** Who is asked: each role may be played by another model. */
export const roles = ['planner', 'writer', 'reviewer'] as const
export type Role = (typeof roles)[number]

/** The verbs of the loop, in the order a work meets them. */
export const verbs = ['understand', 'plan', 'draft', 'review', 'revise', 'remember', 'join'] as const
export type Verb = (typeof verbs)[number]

/**
 * One part of a prompt, by name. `cacheUpTo` marks the breakpoint: all up to and with this part is the same for every
 * section. A part that was left out has no text, is never sent, and says in `leftOut` why.
 */
export type Message = {
  readonly from: 'system' | 'user'
  readonly text: string
  readonly name?: string
  readonly cacheUpTo?: boolean
  readonly leftOut?: string
}

/** A JSON Schema as a plain object; wanted only where the reply is a structure, never for prose. */
export type JsonSchema = { readonly [key: string]: unknown }

/** One request to a model. Everything the model may know stands in `messages`; the rest is for routing and bounds. */
export type ModelRequest = {
  readonly role: Role
  readonly verb: Verb
  readonly messages: readonly Message[]
  /** Upper bound of the reply in tokens. */
  readonly maxOutput: number
  /** Tokens that the model may think besides; where this is left out, as many as its provider gives it. */
  readonly room?: number
  /** Equal requests with equal seeds may give equal replies; 32-bit unsigned. */
  readonly seed: number
  readonly temperature: number
  readonly json?: JsonSchema
  /** `writer`: the writer waits for it, and it goes before what the run does by itself. */
  readonly priority?: 'writer'
}

/**
 * Tokens as the vendor counts them; `cached` is the part of `input` served from a cache, `thinking` the part of `output`
 * that is no text, where the vendor says so.
 */
export type Usage = {
  readonly input: number
  readonly cached: number
  readonly output: number
  readonly thinking?: number | undefined
}

/**
 * Why a call failed. `attempt`: this reply is bad, another attempt may help. `endpoint`: the server, the key or
 * the account is the trouble, so every call would fail: the run pauses. `retryAt` (ms since 1970) says from when
 * it makes sense to go on without the writer.
 */
export type ModelFailure = {
  readonly code: ErrorCode
  readonly sentence: string
  readonly scope: 'attempt' | 'endpoint'
  readonly retryAt?: number
}

/** What a model says while it works; a `notice` is for the writer. The last event is `end` or `failed`, exactly once; a stopped stream just ends. */
export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly text: string }
  | { readonly type: 'wait'; readonly until: number; readonly because: string }
  | { readonly type: 'notice'; readonly sentence: string; readonly next: string }
  | {
      readonly type: 'end'
      readonly finish: 'stop' | 'length' | 'filter'
      readonly usage: Usage
      /** The server refused the schema of the request, and was asked without: what it said was not held to it. */
      readonly isSchemaLeftOut?: true
    }
  | { readonly type: 'failed'; readonly failure: ModelFailure; readonly usage?: Usage }

/** Which model to use and how to reach it. `id` is `practice`, or a provider and a name: `llama-cpp/NAME`. The key is never saved. */
export type ModelChoice = {
  readonly id: string
  readonly baseUrl?: string
  readonly apiKey?: string
  /** What its provider is to do otherwise than usual, by the names of the provider's own settings. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>
  /** Tokens that it reads and writes at once, where that is known. */
  readonly context?: number
}
