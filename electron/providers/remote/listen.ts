import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from '@ai-sdk/provider'
import type { Usage } from '../../../shared/model.ts'
import type { AttemptEvent, AttemptFailure, RateLimits } from '../attempt.ts'
import { cutFailure, refusedFailure, thrownFailure } from './failures.ts'
import type { Called } from './failures.ts'
import type { Finish, Frame, ReadFrame } from './frames/frame.ts'
import type { Transcript } from './transcript.ts'
import type { Watchdog } from './watchdog.ts'

type Part = LanguageModelV4StreamPart

/** One call while its reply comes in. */
export type Listening = {
  readonly called: Called
  readonly read: ReadFrame
  readonly heard: Transcript
  readonly dog: Watchdog
  finish: Finish | 'error' | null
  isUnknown: boolean
  isRefused: boolean
  hasBytes: boolean
  limits: RateLimits | null
}

const counted = ({ inputTokens, outputTokens }: LanguageModelV4Usage): Partial<Usage> => ({
  ...(inputTokens.total && { input: inputTokens.total, cached: inputTokens.cacheRead ?? 0 }),
  ...(outputTokens.total && { output: outputTokens.total }),
  ...(outputTokens.reasoning && { thinking: outputTokens.reasoning }),
})

type Said = { readonly event?: AttemptEvent; readonly failure?: AttemptFailure }

/** An error inside a 200: as good as the same error as a status, as long as nothing was said. */
const frameFailure = ({ called, heard }: Listening, error: NonNullable<Frame['error']>): AttemptFailure => {
  const { status, words } = error
  if (heard.hasText() || status === undefined) return cutFailure(called, words)
  return refusedFailure(called, { status, headers: {}, words })
}

/** A frame as it came: only it tells for certain whether the vendor finished, failed, or just stopped speaking. */
const rawSays = (raw: unknown, listening: Listening): Said => {
  const { finish, error, isRefusal = false, isUnknown = false } = listening.read(raw)
  listening.isUnknown = isUnknown
  listening.isRefused ||= isRefusal
  if (finish) {
    listening.finish = finish
    listening.dog.finish()
  }
  return error && !listening.finish ? { failure: frameFailure(listening, error) } : {}
}

const deltaSays = (kind: 'text' | 'thinking', delta: string, listening: Listening): Said => {
  const { called, heard, dog, finish, isRefused } = listening
  // The words with which a model declines come as text, and are none of the work's.
  const type = isRefused ? 'thinking' : kind
  if (finish) dog.finish()
  else dog.event()
  const { text, isFull } = heard.hear(type, delta)
  const sentence = `The reply from ${called.server.host} went on far beyond what was asked; it was cut.`
  const failure = { code: 'reply-runaway', sentence, scope: 'attempt' } as const
  return { ...(text && { event: { type, text } }), ...(isFull && { failure }) }
}

const ending = ({ heard, isRefused }: Listening, finish: Finish, usage?: Partial<Usage>): AttemptEvent => ({
  type: 'end',
  finish: isRefused && finish === 'stop' ? 'filter' : finish,
  usage: heard.usage(usage),
})

/** What one part of the stream says to the loop. A failure or an `end` is the last. */
const saysOf = (part: Part, listening: Listening): Said => {
  const { called, finish, isUnknown } = listening
  switch (part.type) {
    case 'raw':
      return rawSays(part.rawValue, listening)
    case 'text-delta':
      return deltaSays('text', part.delta, listening)
    case 'reasoning-delta':
      return deltaSays('thinking', part.delta, listening)
    case 'error':
      return finish || isUnknown ? {} : { failure: thrownFailure(called, part.error, true) }
    case 'finish': {
      if (finish === 'error' || finish === null) return { failure: cutFailure(called) }
      return { event: ending(listening, finish, counted(part.usage)) }
    }
    default:
      return {}
  }
}

/** The events of a stream up to and with the last; false where the stream ends before there is one. */
export async function* listen(
  stream: ReadableStream<Part>,
  listening: Listening,
  signal: AbortSignal,
): AsyncGenerator<AttemptEvent, boolean> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || signal.aborted) return false
    const { event, failure } = saysOf(value, listening)
    if (event) yield event
    if (failure) yield { type: 'failed', failure, usage: listening.heard.usage() }
    if (failure || event?.type === 'end') return true
  }
}

/** How a call ends whose stream broke with `error`, or just stopped. */
export const lastWords = (listening: Listening, error: unknown): AttemptEvent => {
  const { called, heard, finish, hasBytes } = listening
  if (finish && finish !== 'error') return ending(listening, finish)
  const failure = error === null ? cutFailure(called) : thrownFailure(called, error, hasBytes)
  return { type: 'failed', failure, ...(hasBytes && { usage: heard.usage() }) }
}
