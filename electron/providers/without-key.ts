import type { Attempt, AttemptEvent } from './attempt.ts'
import { keyHider } from './remote/hide-key.ts'

/** The same attempt, whose text and thoughts show “…” where a server repeats the key it was shown. */
export const withoutKey = (ask: Attempt, key: string | undefined): Attempt => {
  if (key === undefined) return ask
  return async function* (request, signal) {
    const hiders = { thinking: keyHider(key), text: keyHider(key) } as const
    const rests = (): readonly AttemptEvent[] =>
      (['thinking', 'text'] as const)
        .map((type) => ({ type, text: hiders[type].rest() }))
        .filter(({ text }) => text !== '')
    for await (const event of ask(request, signal)) {
      if (event.type === 'text' || event.type === 'thinking') {
        const text = hiders[event.type].hear(event.text)
        if (text) yield { type: event.type, text }
        continue
      }
      if (event.type === 'end' || event.type === 'failed') yield* rests()
      yield event
    }
    yield* rests()
  }
}
