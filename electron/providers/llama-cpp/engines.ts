import type { Attempt } from '../attempt.ts'
import type { EngineKind } from './engine-life.ts'
import { bytesOf } from './gguf-parts.ts'
import { createEngine } from './running-engine.ts'
import type { RunningEngine } from './running-engine.ts'
import type { EngineFacts } from './wire.ts'

/** An engine as it is wished: two of the same kind and patience are one. */
export type EngineWish = {
  readonly kind: EngineKind
  /** Milliseconds after its last call at which it is ended. */
  readonly idleMs: number
}

/** The engines of one app. */
export type Engines = {
  /** What asks such an engine, which is begun when there is none. */
  readonly attempt: (wish: EngineWish) => Attempt
  /** How such an engine works; null where there is none, or it has not said so yet. */
  readonly facts: (wish: EngineWish) => EngineFacts | null
}

type Entry = { readonly engine: RunningEngine; readonly path: string; readonly bytes: number }

/** Engines side by side: one for each role. */
const most = 3

const entryFor = ({ kind, idleMs }: EngineWish): Entry => {
  const { path, draft, adapter } = kind.options
  const files = [path, draft, adapter].filter((file) => file !== undefined)
  return {
    engine: createEngine(kind, idleMs),
    path,
    bytes: files.reduce((sum, file) => sum + bytesOf(file), 0),
  }
}

const keyOf = ({ kind, idleMs }: EngineWish): string => JSON.stringify([kind.options, idleMs])

/**
 * Engines that share what memory there is, in bytes: when one begins, idle ones of the same file are ended, and idle
 * ones of others, the longest unused first, until the files of all take half of it and there is one for each role. One
 * that is busy is left alone.
 */
export const createEngines = (memory: number): Engines => {
  // In the order of their last use.
  const known = new Map<string, Entry>()

  const makeRoom = ({ path, bytes }: Entry): void => {
    for (const [key, { engine }] of known) if (engine.state() === 'ended') known.delete(key)
    const isTooMuch = (): boolean => {
      const all = [...known.values()].reduce((sum, entry) => sum + entry.bytes, bytes)
      return known.size >= most || all > memory / 2
    }
    for (const [key, entry] of known) {
      if (entry.engine.state() === 'busy' || !(entry.path === path || isTooMuch())) continue
      entry.engine.unload()
      known.delete(key)
    }
  }
  const engineFor = (wish: EngineWish): RunningEngine => {
    const key = keyOf(wish)
    const entry = known.get(key) ?? entryFor(wish)
    known.delete(key)
    if (entry.engine.state() === 'ended') makeRoom(entry)
    known.set(key, entry)
    return entry.engine
  }
  return {
    attempt: (wish) =>
      async function* (request, signal) {
        if (!signal.aborted) yield* engineFor(wish).ask(request, signal)
      },
    facts: (wish) => known.get(keyOf(wish))?.engine.facts() ?? null,
  }
}
