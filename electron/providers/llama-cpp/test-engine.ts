import type { StartEngine } from './engine-port.ts'
import type { FromEngine, ToEngine } from './wire.ts'

/** What a double of an engine's process does with a message: it says something, or dies with these words. */
export type Behaviour = (
  message: ToEngine,
  say: (message: FromEngine) => void,
  die: (lastWords: string) => void,
) => void

/** What a double has heard, and `end` for its end. */
export type EngineNote = ToEngine['type'] | 'end'

/** Starts doubles that behave so; what becomes of them is noted in `log`. */
export const testEngine =
  (behaviour: Behaviour, log: EngineNote[] = []): StartEngine =>
  () => {
    const { promise: listened, resolve } = Promise.withResolvers<{
      readonly say: (message: FromEngine) => void
      readonly die: (lastWords: string) => void
    }>()
    return {
      send: (message) => {
        log.push(message.type)
        void listened.then(({ say, die }) => behaviour(message, say, die))
      },
      listen: (say, die) => resolve({ say, die }),
      hold: () => undefined,
      end: () => void log.push('end'),
    }
  }

/** Answers each call with one piece of text. */
export const goodEngine: Behaviour = (message, say) => {
  if (message.type === 'open') say({ type: 'loaded' })
  if (message.type !== 'ask') return
  const { call } = message
  say({ type: 'event', call, event: { type: 'text', text: 'Once more.' } })
  const usage = { input: 9, cached: 0, output: 3 }
  say({ type: 'event', call, event: { type: 'end', finish: 'stop', usage } })
}
