import { AppError } from '../../../shared/errors.ts'
import type { ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent, AttemptFailure } from '../attempt.ts'
import type { ProviderPlatform } from '../provider.ts'
import { rateLimitsIn } from '../rate-limits.ts'
import { cutFailure, thrownFailure } from '../remote/failures.ts'
import type { Called } from '../remote/failures.ts'
import { guardedFetch } from '../remote/guarded-fetch.ts'
import type { Server } from '../remote/server.ts'
import { transcript } from '../remote/transcript.ts'
import type { Transcript } from '../remote/transcript.ts'
import { watch } from '../remote/watchdog.ts'
import type { Timings, Watchdog } from '../remote/watchdog.ts'
import { chatLines } from './chat-lines.ts'
import type { ChatLine } from './chat-lines.ts'
import { chatRequest } from './chat-request.ts'
import type { Manner } from './chat-request.ts'
import { errorLine, ollamaRefusal, silentlyCut } from './failures.ts'
import { fullName, loadedContexts } from './model-facts.ts'
import type { PromptCheck } from './prompt-check.ts'

/** One call about to be made. */
export type Chat = {
  readonly server: Server
  readonly platform: ProviderPlatform
  readonly timings: Timings
  readonly manner: Manner
  readonly check: PromptCheck
  readonly request: ModelRequest
}

/** Milliseconds in which Ollama says with how much context it has loaded the model. */
const lookMs = 2000

type Said = Exclude<ChatLine, { readonly error: string }>
type Listening = Chat & {
  readonly called: Called
  readonly heard: Transcript
  readonly dog: Watchdog
  readonly signal: AbortSignal
}

const failed = ({ heard }: Listening, failure: AttemptFailure): AttemptEvent => ({
  type: 'failed',
  failure,
  usage: heard.usage(),
})

const cut = (listening: Listening, read?: number): AttemptEvent =>
  failed(listening, silentlyCut(listening.called, { sent: listening.check.guess, read }))

/** What a line adds to the reply, as events; the last of them a failure where it is far too much. */
const piecesOf = (listening: Listening, { message }: Said): readonly AttemptEvent[] => {
  const { heard, dog, server } = listening
  const events: AttemptEvent[] = []
  const kinds = [
    ['thinking', message.thinking],
    ['text', message.content],
  ] as const
  for (const [type, piece] of kinds) {
    if (!piece) continue
    dog.event()
    const { text, isFull } = heard.hear(type, piece)
    if (text) events.push({ type, text })
    const sentence = `The reply from ${server.host} went on far beyond what was asked; it was cut.`
    if (isFull) events.push(failed(listening, { code: 'reply-runaway', sentence, scope: 'attempt' }))
  }
  return events
}

const lastEvent = (listening: Listening, line: Said): AttemptEvent => {
  const { prompt_eval_count: input, eval_count: output, done_reason: reason } = line
  if (listening.check.isCut(input)) return cut(listening, input)
  listening.check.keep(input)
  const usage = listening.heard.usage({ ...(input && { input }), ...(output && { output }) })
  return { type: 'end', finish: reason === 'length' ? 'length' : 'stop', usage }
}

/** Asks with how much context the model is loaded, unless the prompt fits for certain; false where it was cut. */
const look = async ({ check, manner, server, platform, signal }: Listening): Promise<boolean> => {
  if (check.isSure()) return true
  const loaded = await loadedContexts({ server, platform, ms: lookMs }, signal)
  check.tell(loaded.get(fullName(manner.model)))
  return !check.isCut(undefined)
}

/** The events of a reply, the last one included. What may be the reply to half a prompt is held back to the end. */
async function* listen(lines: AsyncIterable<ChatLine>, listening: Listening): AsyncGenerator<AttemptEvent> {
  const { called, heard, check, manner } = listening
  const held: AttemptEvent[] = []
  let isFirst = true
  for await (const line of lines) {
    if ('error' in line) {
      const failure = errorLine(called, line.error, heard.hasText(), manner.context)
      yield heard.hasText() ? failed(listening, failure) : { type: 'failed', failure }
      return
    }
    if (isFirst && !(await look(listening))) {
      yield cut(listening)
      return
    }
    isFirst = false
    held.push(...piecesOf(listening, line))
    const failure = held.find(({ type }) => type === 'failed')
    const last = failure ?? (line.done ? lastEvent(listening, line) : null)
    if (check.isSure() || last?.type === 'end') yield* held.splice(0).filter(({ type }) => type !== 'failed')
    if (last) {
      yield last
      return
    }
  }
  yield failed(listening, cutFailure(called))
}

const send = (listening: Listening, onBytes: () => void): Promise<Response> => {
  const { server, platform, request, manner, signal } = listening
  const call = guardedFetch({
    fetch: platform.fetch,
    server,
    signal,
    limits: { lineBytes: 1_048_576, bodyBytes: request.maxOutput * 1024 + 4_194_304 },
    onBytes,
  })
  return call(`${server.base}/api/chat`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(server.key && { authorization: `Bearer ${server.key}` }),
    },
    body: JSON.stringify(chatRequest(request, manner)),
  })
}

async function* answer(listening: Listening, onBytes: () => void): AsyncGenerator<AttemptEvent> {
  const response = await send(listening, onBytes)
  const limits = rateLimitsIn(Object.fromEntries(response.headers), listening.platform.now())
  if (limits) yield { type: 'limits', limits }
  if (response.ok && response.body) {
    yield* listen(chatLines(response.body), listening)
    return
  }
  const { status } = response
  const refusal = { status, headers: Object.fromEntries(response.headers), body: await response.text() }
  yield { type: 'failed', failure: ollamaRefusal(listening.called, refusal, listening.manner.context) }
}

/** Sends the request once and says what comes back. Never throws; a stopped signal just ends it. */
export async function* oneChat(chat: Chat, signal: AbortSignal): AsyncGenerator<AttemptEvent> {
  const { server, platform, timings, manner, request } = chat
  if (signal.aborted) return
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  signal.addEventListener('abort', stop, { once: true })
  let hasBytes = false
  const dog = watch(platform, timings, controller, server.host)
  const called = { server, model: manner.model, now: platform.now }
  const listening = { ...chat, called, heard: transcript(request), dog, signal: controller.signal }
  const onBytes = (): void => {
    hasBytes = true
    dog.byte()
  }
  try {
    for await (const event of answer(listening, onBytes)) {
      if (!signal.aborted) yield event
    }
  } catch (error) {
    if (signal.aborted) return
    const cause = controller.signal.reason instanceof AppError ? controller.signal.reason : error
    const isRubbish = cause instanceof SyntaxError || (cause instanceof Error && cause.name === 'ZodError')
    const failure = isRubbish ? cutFailure(called) : thrownFailure(called, cause, hasBytes)
    yield hasBytes ? failed(listening, failure) : { type: 'failed', failure }
  } finally {
    signal.removeEventListener('abort', stop)
    controller.abort()
  }
}
