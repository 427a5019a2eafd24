import type {
  JSONObject,
  LanguageModelV4,
  LanguageModelV4CallOptions,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider'
import { AppError } from '../../../shared/errors.ts'
import type { ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent } from '../attempt.ts'
import type { ProviderPlatform } from '../provider.ts'
import { rateLimitsIn } from '../rate-limits.ts'
import type { ReadFrame } from './frames/frame.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { lastWords, listen } from './listen.ts'
import type { Listening } from './listen.ts'
import { promptOf } from './prompt.ts'
import type { Server } from './server.ts'
import { transcript } from './transcript.ts'
import { watch } from './watchdog.ts'
import type { Timings } from './watchdog.ts'

/** What is set for one call: what every call must carry, and what a model that refuses it is asked without. */
export type Tuning = {
  readonly always?: JSONObject
  readonly wished?: JSONObject
  readonly seed?: number
}

/** A model at a server: how it is reached, asked and read, and how long to wait for it. */
export type Remote = {
  readonly server: Server
  readonly model: string
  readonly platform: ProviderPlatform
  readonly timings: Timings
  readonly connect: (fetch: typeof globalThis.fetch, request: ModelRequest) => LanguageModelV4
  readonly read: ReadFrame
  readonly tuning: (request: ModelRequest) => Tuning
  /** Under which name the AI SDK's package takes what is its vendor's own. */
  readonly optionsName: string
  /** Tokens that the model may think besides the text, where a request says nothing of it. */
  readonly room: number
  /** The AI SDK's package adds them by itself. */
  readonly addsRoom: boolean
  /** What stands on a part up to which the vendor is to cache. */
  readonly cacheMark?: SharedV4ProviderOptions
}

/** A request that says how much may be thought. */
type Roomy = ModelRequest & { readonly room: number }

const callOptions = (
  { tuning, optionsName, addsRoom, cacheMark }: Remote,
  request: Roomy,
  isTuned: boolean,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions => {
  const { always, wished, seed = request.seed } = tuning(request)
  return {
    prompt: promptOf(request.messages, cacheMark),
    maxOutputTokens: request.maxOutput + (addsRoom ? 0 : request.room),
    abortSignal,
    includeRawChunks: true,
    providerOptions: { [optionsName]: { ...always, ...(isTuned && wished) } },
    ...(isTuned && { temperature: request.temperature, seed }),
    ...(request.json && { responseFormat: { type: 'json', name: request.verb, schema: request.json } }),
  }
}

/** A `fetch` for one call, which tells `listening` what comes. */
const fetchFor = (
  { server, platform }: Remote,
  { maxOutput, room }: Roomy,
  listening: Listening,
  signal: AbortSignal,
): typeof globalThis.fetch =>
  guardedFetch({
    fetch: platform.fetch,
    server,
    signal,
    limits: { lineBytes: 1_048_576, bodyBytes: (maxOutput + room) * 1024 + 4_194_304 },
    onHeaders: (headers) => {
      listening.limits = rateLimitsIn(Object.fromEntries(headers), platform.now())
    },
    onBytes: () => {
      listening.hasBytes = true
      listening.dog.byte()
    },
  })

/** Sends the request once and says what comes back. Never throws; a stopped signal just ends it. */
export async function* oneAttempt(
  remote: Remote,
  asked: ModelRequest,
  isTuned: boolean,
  signal: AbortSignal,
): AsyncGenerator<AttemptEvent> {
  if (signal.aborted) return
  const request = { ...asked, room: asked.room ?? remote.room }
  const { server, model, platform, timings, read } = remote
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  signal.addEventListener('abort', stop, { once: true })
  const listening: Listening = {
    called: { server, model, now: platform.now },
    read,
    heard: transcript(request),
    dog: watch(platform, timings, controller, server.host),
    finish: null,
    isUnknown: false,
    isRefused: false,
    hasBytes: false,
    limits: null,
  }
  try {
    const vendor = remote.connect(fetchFor(remote, request, listening, controller.signal), request)
    const opened = vendor.doStream(callOptions(remote, request, isTuned, controller.signal))
    await opened.then(
      () => undefined,
      () => undefined,
    )
    if (listening.limits && !signal.aborted) yield { type: 'limits', limits: listening.limits }
    const isEnded = yield* listen((await opened).stream, listening, signal)
    if (!isEnded && !signal.aborted) yield lastWords(listening, null)
  } catch (error) {
    const cause = controller.signal.reason instanceof AppError ? controller.signal.reason : error
    if (!signal.aborted) yield lastWords(listening, cause)
  } finally {
    signal.removeEventListener('abort', stop)
    controller.abort()
  }
}
