import type { ModelEvent, ModelFailure, ModelRequest, Usage } from '../../shared/model.ts'

/** What the call policy must know of a failure that another try of the same request may cure. */
export type Retry = {
  /** `limit`: the server is well and asks for fewer calls. `outage`: it is not well, which the breaker counts. */
  readonly because: 'limit' | 'outage'
  /** Milliseconds the server asked for. */
  readonly afterMs?: number
}

/** A failure as a provider tells it. `retry` never leaves this folder: the policy acts on it and takes it off. */
export type AttemptFailure = ModelFailure & { readonly retry?: Retry }

/** What a server says of its limits with a reply: what may still be sent before `resetsAt` (ms since 1970). */
export type RateLimits = {
  readonly requests?: { readonly left: number; readonly resetsAt: number }
  readonly tokens?: { readonly left: number; readonly resetsAt: number }
}

/** A `ModelEvent` whose failure may be marked for another try, or what the policy alone hears: the limits of a server. */
export type AttemptEvent =
  | Exclude<ModelEvent, { readonly type: 'failed' }>
  | { readonly type: 'failed'; readonly failure: AttemptFailure; readonly usage?: Usage }
  | { readonly type: 'limits'; readonly limits: RateLimits }

/** One request sent once: a `Model` that never retries and says which failures are worth another try. */
export type Attempt = (request: ModelRequest, signal: AbortSignal) => AsyncIterable<AttemptEvent>
