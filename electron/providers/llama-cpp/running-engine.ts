import type { ModelFailure, ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent } from '../attempt.ts'
import { beginLife } from './engine-life.ts'
import type { EngineKind, Life } from './engine-life.ts'
import { createInbox } from './event-inbox.ts'
import type { EngineFacts } from './wire.ts'

/** An engine as the app has it: started, or started again, when it is first asked. */
export type RunningEngine = {
  /** One request, once. Never throws; ends at once when `signal` aborts, whatever the engine is at. */
  readonly ask: (request: ModelRequest, signal: AbortSignal) => AsyncGenerator<AttemptEvent>
  /** Whether its process is busy, waits for a call, or is not there. */
  readonly state: () => 'busy' | 'idle' | 'ended'
  /** How it works, once it has been asked; null before. */
  readonly facts: () => EngineFacts | null
  /** Ends it and frees its memory; what is under way fails. */
  readonly unload: () => void
}

const unloaded: ModelFailure = { code: 'stopped', sentence: 'The model was unloaded.', scope: 'endpoint' }

const notStarted = (error: unknown): AttemptEvent => {
  const sentence = `What runs GGUF files could not be started (${String(error)}). Choose another model.`
  return { type: 'failed', failure: { code: 'model-unreachable', sentence, scope: 'endpoint' } }
}

/** An engine in a process of its own, which is ended `idleMs` after its last call and started anew for the next. */
export const createEngine = (kind: EngineKind, idleMs: number): RunningEngine => {
  let life: Life | null = null
  let facts: EngineFacts | null = null
  let count = 0
  let idle: NodeJS.Timeout | undefined

  const begin = (): Life => {
    const begun = beginLife(
      kind,
      (told) => (facts = told),
      () => (life = null),
    )
    life = begun
    return begun
  }
  const rest = (resting: Life): void => {
    if (resting !== life || resting.isBusy()) return
    resting.hold(false)
    idle = setTimeout(() => resting.end(unloaded), idleMs).unref()
  }
  const ask = async function* (request: ModelRequest, signal: AbortSignal): AsyncGenerator<AttemptEvent> {
    if (signal.aborted) return
    clearTimeout(idle)
    const inbox = createInbox<AttemptEvent>(signal)
    const call = (count += 1)
    let current: Life
    try {
      current = life ?? begin()
      current.hold(true)
      current.ask(call, request, inbox.put)
    } catch (error) {
      yield notStarted(error)
      return
    }
    try {
      for await (const event of inbox.events()) {
        yield event
        if (event.type === 'end' || event.type === 'failed') return
      }
    } finally {
      current.drop(call)
      rest(current)
    }
  }
  const state = () => (life === null ? 'ended' : life.isBusy() ? 'busy' : 'idle')
  return { ask, state, facts: () => facts, unload: () => life?.end(unloaded) }
}
