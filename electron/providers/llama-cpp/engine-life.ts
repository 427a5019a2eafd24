import type { ModelFailure, ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent } from '../attempt.ts'
import { engineProgram } from './engine-port.ts'
import type { EnginePort, StartEngine } from './engine-port.ts'
import type { EngineFacts, EngineOptions, FromEngine } from './wire.ts'

/** What an engine is, whoever runs it. */
export type EngineKind = {
  readonly start: StartEngine
  readonly options: EngineOptions
  /** As sentences name the model. */
  readonly name: string
  /** Milliseconds after which one that is busy and says nothing is taken for dead; usually ten minutes. */
  readonly silenceMs?: number
}

/** An engine's process from its start to its end. */
export type Life = {
  /** Sends a request; `hear` is told its events, the last of which says how it ended. */
  readonly ask: (call: number, request: ModelRequest, hear: (event: AttemptEvent) => void) => void
  /** Ends a call that is not wanted any more. */
  readonly drop: (call: number) => void
  readonly isBusy: () => boolean
  /** Whether the app has to live on until this is done. */
  readonly hold: (isBusy: boolean) => void
  /** Ends the process; the calls it has in hand fail with this. */
  readonly end: (failure: ModelFailure) => void
}

type Call = { readonly request: ModelRequest; readonly hear: (event: AttemptEvent) => void }

/** What went wrong, where an engine ended without a word of its own. */
const deathOf = (name: string, isLoaded: boolean, lastWords: string): ModelFailure => {
  const isMemory = /out of memory|failed to allocate|bad_alloc|unable to allocate/iu.test(lastWords)
  const why = isMemory
    ? 'for lack of memory. Close other programs, or choose a smaller model.'
    : isLoaded
      ? 'while it wrote. It is started again for the next call.'
      : 'while it was loaded: the file is damaged, or of a kind that is not supported. Get it again, or choose another.'
  return {
    code: isLoaded || isMemory ? 'model-unreachable' : 'model-not-found',
    sentence: `The process of the model ${name} ended ${why}`,
    scope: 'endpoint',
  }
}

const silent = (name: string, ms: number): ModelFailure => ({
  code: 'model-unreachable',
  sentence: `The process of the model ${name} said nothing for ${Math.round(ms / 60_000)} minutes, and was ended.`,
  scope: 'endpoint',
})

/** How often in `ms` it is looked whether anything was said: what has slept in between has looked once. */
const looks = 20

/** Calls `isOver` when nothing was heard for `ms` of a time in which the machine was awake. */
const watchSilence = (ms: number, isBusy: () => boolean, isOver: () => void) => {
  let quiet = 0
  const timer = setInterval(() => {
    quiet = isBusy() ? quiet + 1 : 0
    if (quiet > looks) isOver()
  }, ms / looks).unref()
  return { heard: () => (quiet = 0), end: () => clearInterval(timer) }
}

/**
 * Starts an engine. One that dies over loading with a graphics processor is tried without. `over` is told once when it
 * has ended, before its calls are.
 */
export const beginLife = (
  { start, options, name, silenceMs = 600_000 }: EngineKind,
  tellFacts: (facts: EngineFacts) => void,
  over: () => void,
): Life => {
  const calls = new Map<number, Call>()
  let isLoaded = false
  let device = 'unknown'
  let isOver = false

  const end = (failure: ModelFailure): void => {
    if (isOver) return
    isOver = true
    silence.end()
    port.end()
    over()
    for (const { hear } of calls.values()) hear({ type: 'failed', failure })
    calls.clear()
  }
  const silence = watchSilence(
    silenceMs,
    () => calls.size > 0,
    () => end(silent(name, silenceMs)),
  )
  const heard = (message: FromEngine): void => {
    silence.heard()
    if (message.type === 'device') device = message.device
    else if (message.type === 'loaded') isLoaded = true
    else if (message.type === 'facts') tellFacts(message.facts)
    else if (message.type === 'cannot') end(message.failure)
    else if (message.type === 'event') calls.get(message.call)?.hear(message.event)
  }
  const begin = (gpu: boolean): EnginePort => {
    const begun = start(engineProgram)
    begun.listen(heard, (lastWords) => {
      if (isOver || begun !== port) return
      if (isLoaded || !gpu || device === 'cpu') return end(deathOf(name, isLoaded, lastWords))
      port = begin(false)
      for (const [call, { request }] of calls) port.send({ type: 'ask', call, request })
      port.hold(calls.size > 0)
    })
    begun.send({ type: 'open', options: { ...options, gpu } })
    return begun
  }
  let port = begin(options.gpu)

  return {
    ask: (call, request, hear) => {
      calls.set(call, { request, hear })
      port.send({ type: 'ask', call, request })
    },
    drop: (call) => {
      if (calls.delete(call)) port.send({ type: 'stop', call })
    },
    isBusy: () => calls.size > 0,
    hold: (isBusy) => port.hold(isBusy),
    end,
  }
}
