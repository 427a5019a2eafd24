import type { ModelFailure, ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent } from '../attempt.ts'

/** How an engine is to work. */
export type EngineOptions = {
  /** The GGUF file, absolute. */
  readonly path: string
  /** Whether a graphics processor may be used. */
  readonly gpu: boolean
  /** Requests answered side by side, where memory allows. */
  readonly lanes: number
  /** Threads of the processor; without it all of its cores but one. */
  readonly threads?: number
  /** The most tokens of context for one request; without it what the model was trained for. */
  readonly contextSize?: number
  /** A LoRA adapter, absolute. */
  readonly adapter?: string
  /** A smaller model with the same vocabulary that proposes tokens, absolute. */
  readonly draft?: string
}

/** How an engine works, as it turned out. */
export type EngineFacts = {
  /** What computes: `cpu`, or the kind of graphics processor. */
  readonly device: string
  readonly threads: number
  /** Tokens of context for each request. */
  readonly contextSize: number
  /** Requests answered side by side. */
  readonly lanes: number
  /** The most tokens of context that one request could have: fewer than model and options allow only once memory has refused them. */
  readonly most: number
}

/** What the app says to an engine: first `open`, once; or nothing but `try`, to hear what would compute. */
export type ToEngine =
  | { readonly type: 'try'; readonly gpu: boolean }
  | { readonly type: 'open'; readonly options: EngineOptions }
  | { readonly type: 'ask'; readonly call: number; readonly request: ModelRequest }
  | { readonly type: 'stop'; readonly call: number }

/** What an engine says: `device` before it loads and `loaded` after, `progress` while it reads, `facts` as often as they change, and for each call its events up to the last. */
export type FromEngine =
  | { readonly type: 'device'; readonly device: string }
  | { readonly type: 'loaded' }
  | { readonly type: 'progress' }
  | { readonly type: 'facts'; readonly facts: EngineFacts }
  | { readonly type: 'cannot'; readonly failure: ModelFailure }
  | { readonly type: 'event'; readonly call: number; readonly event: AttemptEvent }
