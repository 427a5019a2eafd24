import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ModelRequest, Usage } from '../../../shared/model.ts'
import type { AttemptEvent, AttemptFailure } from '../attempt.ts'
import type { ProviderPlatform } from '../provider.ts'
import { cutFailure, refusedFailure, thrownFailure } from './failures.ts'
import type { Called } from './failures.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { promptOf } from './prompt.ts'
import type { Server } from './server.ts'
import { transcript } from './transcript.ts'
import type { Transcript } from './transcript.ts'
import { watch } from './watchdog.ts'
import type { Timings, Watchdog } from './watchdog.ts'

/** A model at a server, and how long to wait for it. */
export type Remote = {
  readonly server: Server
  readonly model: string
  readonly platform: ProviderPlatform
  readonly timings: Timings
}

type Finish = 'stop' | 'length' | 'filter'
type Part = LanguageModelV4StreamPart

const finishFrame = z.object({ choices: z.tuple([z.object({ finish_reason: z.string() })], z.unknown()) })
const errorFrame = z.object({ message: z.string(), type: z.string().nullish(), code: z.unknown().optional() })

const finishOf = (reason: string): Finish | 'error' => {
  if (reason === 'length' || reason === 'content_filter') return reason === 'length' ? 'length' : 'filter'
  return reason === 'error' || reason === 'abort' ? 'error' : 'stop'
}

const counted = ({ inputTokens, outputTokens }: LanguageModelV4Usage): Partial<Usage> => ({
  ...(inputTokens.total && { input: inputTokens.total, cached: inputTokens.cacheRead ?? 0 }),
  ...(outputTokens.total && { output: outputTokens.total }),
})

const callOptions = (request: ModelRequest, abortSignal: AbortSignal): LanguageModelV4CallOptions => ({
  prompt: promptOf(request.messages),
  maxOutputTokens: request.maxOutput,
  temperature: request.temperature,
  seed: request.seed,
  abortSignal,
  includeRawChunks: true,
  ...(request.json && { responseFormat: { type: 'json', name: request.verb, schema: request.json } }),
})

/** An error inside a 200: as good as the same error as a status, as long as nothing was said. */
const frameFailure = (called: Called, error: unknown, hasText: boolean): AttemptFailure => {
  const { data } = errorFrame.safeParse(error)
  if (!data) return cutFailure(called)
  const status = Number(data.code)
  const isStatus = Number.isInteger(status) && status >= 400 && status < 600
  if (hasText || !isStatus) return cutFailure(called, data.message)
  return refusedFailure(called, { status, headers: {}, words: data.message })
}

type Listening = {
  readonly called: Called
  readonly heard: Transcript
  readonly dog: Watchdog
  finish: Finish | 'error' | null
}

/** What one part of the stream says to the loop, and whether it is the last. */
const eventOf = (
  part: Part,
  listening: Listening,
): { readonly event?: AttemptEvent; readonly failure?: AttemptFailure } => {
  const { called, heard, dog } = listening
  if (part.type === 'text-delta' || part.type === 'reasoning-delta') {
    if (!listening.finish) dog.event()
    const type = part.type === 'text-delta' ? 'text' : 'thinking'
    const { text, isFull } = heard.hear(type, part.delta)
    const sentence = `The reply from ${called.server.host} went on far beyond what was asked; it was cut.`
    const failure = { code: 'reply-runaway', sentence, scope: 'attempt' } as const
    return { ...(text && { event: { type, text } }), ...(isFull && { failure }) }
  }
  if (part.type === 'raw') {
    const { data } = finishFrame.safeParse(part.rawValue)
    if (data) {
      listening.finish = finishOf(data.choices[0].finish_reason)
      dog.finish()
    }
  }
  if (part.type === 'error' && !listening.finish) {
    return { failure: frameFailure(called, part.error, heard.hasText()) }
  }
  if (part.type !== 'finish') return {}
  if (listening.finish === 'error' || listening.finish === null) return { failure: cutFailure(called) }
  const finish = part.finishReason.unified === 'content-filter' ? 'filter' : listening.finish
  return { event: { type: 'end', finish, usage: heard.usage(counted(part.usage)) } }
}

async function* listen(
  stream: ReadableStream<Part>,
  listening: Listening,
): AsyncGenerator<AttemptEvent, boolean> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return false
    const { event, failure } = eventOf(value, listening)
    if (event) yield event
    if (failure) yield { type: 'failed', failure, usage: listening.heard.usage() }
    if (failure || event?.type === 'end') return true
  }
}

const lastWords = (listening: Listening, error: unknown, hasBytes: boolean): AttemptEvent => {
  const { called, heard, finish } = listening
  if (finish && finish !== 'error') return { type: 'end', finish, usage: heard.usage() }
  const failure = thrownFailure(called, error, hasBytes)
  return { type: 'failed', failure, ...(hasBytes && { usage: heard.usage() }) }
}

/** Sends the request once and says what comes back. Never throws; a stopped signal just ends it. */
export async function* oneAttempt(
  { server, model, platform, timings }: Remote,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<AttemptEvent> {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  if (signal.aborted) return
  signal.addEventListener('abort', stop, { once: true })
  let hasBytes = false
  const dog = watch(platform, timings, controller, server.host)
  const called = { server, model, now: platform.now }
  const listening: Listening = { called, heard: transcript(request), dog, finish: null }
  try {
    const remote = createOpenAICompatible({
      name: 'openaiCompatible',
      baseURL: server.base,
      includeUsage: true,
      supportsStructuredOutputs: true,
      ...(server.key && { apiKey: server.key }),
      fetch: guardedFetch({
        fetch: platform.fetch,
        server,
        signal: controller.signal,
        limits: { lineBytes: 1_048_576, bodyBytes: request.maxOutput * 1024 + 4_194_304 },
        onBytes: () => {
          hasBytes = true
          dog.byte()
        },
      }),
    })
    const { stream } = await remote.languageModel(model).doStream(callOptions(request, controller.signal))
    const isEnded = yield* listen(stream, listening)
    if (!isEnded && !signal.aborted) yield lastWords(listening, null, hasBytes)
  } catch (error) {
    const cause = controller.signal.reason instanceof AppError ? controller.signal.reason : error
    if (!signal.aborted) yield lastWords(listening, cause, hasBytes)
  } finally {
    signal.removeEventListener('abort', stop)
    controller.abort()
  }
}
