import { setTimeout as after } from 'node:timers/promises'
import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import { randomFrom, type Random } from './practice/random.ts'
import { replyTo } from './practice/reply.ts'
import type { Model, Provider } from './provider.ts'

/** Chunks after which other work gets a turn. */
const stride = 50

const perToken = 4

const tokensIn = (characters: number): number => Math.ceil(characters / perToken)

const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu

const chunks = function* (text: string, random: Random): Generator<string> {
  const words = text.match(piece) ?? []
  for (let at = 0; at < words.length;) {
    const size = 1 + random.below(6)
    yield words.slice(at, at + size).join('')
    at += size
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Turns of the event loop, one caller each: many lanes that start at once then hold nothing up. */
const inTurn = (): (() => Promise<void>) => {
  let last = Promise.resolve()
  return () => (last = last.then(turn))
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  after(ms, undefined, { signal }).catch(() => undefined)

type Habits = { readonly pace: number; readonly erring: number; readonly begin: () => Promise<void> }

const speak = async function* (
  request: ModelRequest,
  signal: AbortSignal,
  { pace, erring, begin }: Habits,
): AsyncGenerator<ModelEvent> {
  await begin()
  if (signal.aborted) return
  const whole = replyTo(request, erring)
  const letters = Math.max(0, request.maxOutput) * perToken
  const reply = whole.slice(0, letters).replace(/[\ud800-\udbff]$/u, '')
  let said = 0
  for (const text of chunks(reply, randomFrom(request.seed))) {
    if (pace > 0) await pause(pace, signal)
    else if (said % stride === stride - 1) await turn()
    if (signal.aborted) return
    said += 1
    yield { type: 'text', text }
  }
  if (signal.aborted) return
  const input = tokensIn(request.messages.reduce((sum, { text }) => sum + text.length, 0))
  const usage = { input, cached: 0, output: tokensIn(reply.length) }
  yield { type: 'end', finish: reply.length < whole.length ? 'length' : 'stop', usage }
}

/**
 * A model without weights or network, for trying Longhand out and for tests: it answers every prompt of the loop with
 * placeholder prose that says what it is. Equal requests get equal replies. `pace` is the milliseconds before each
 * chunk of a few words, `erring` the share of first drafts that break a duty on purpose.
 */
export const practiceModel = ({
  pace = 0,
  erring = 0.2,
}: { readonly pace?: number; readonly erring?: number } = {}): Model => {
  const begin = inTurn()
  return (request, signal) => speak(request, signal, { pace, erring, begin })
}

/** Milliseconds before each chunk, from `LONGHAND_PRACTICE_PACE`: for demonstrations and tests that want to watch. */
const paceAsked = (): number => Number(process.env['LONGHAND_PRACTICE_PACE']) || 0

/** The practice model as a provider: always there, and free. */
export const practice: Provider = {
  id: 'practice',
  name: 'Practice model',
  about: 'Built in: writes placeholder prose for trying Longhand out, and needs nothing.',
  lanes: 4,
  list: () => Promise.resolve(['practice']),
  open: () => practiceModel({ pace: paceAsked() }),
}
