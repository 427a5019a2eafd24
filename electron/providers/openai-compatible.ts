import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { JsonSchema, ModelChoice } from '../../shared/model.ts'
import type { Attempt, AttemptEvent } from './attempt.ts'
import { refusedFailure, thrownFailure, wordsIn } from './openai-compatible/failures.ts'
import type { Called } from './openai-compatible/failures.ts'
import { guardedFetch } from './openai-compatible/guarded-fetch.ts'
import { oneAttempt } from './openai-compatible/one-attempt.ts'
import { serverOf } from './openai-compatible/server.ts'
import { timings } from './openai-compatible/watchdog.ts'
import type { Timings } from './openai-compatible/watchdog.ts'
import type { Provider, ProviderPlatform } from './provider.ts'

const prefix = 'openai-compatible/'

const nameOf = ({ id }: ModelChoice): string => {
  const name = id.startsWith(prefix) ? id.slice(prefix.length).trim() : ''
  if (!name) throw new AppError('usage', 'The model has no name.', `Say which: ${prefix}NAME.`)
  return name
}

const isRefusal = (event: AttemptEvent): boolean =>
  event.type === 'failed' && event.failure.code === 'model-refused-request'

/**
 * Opens a model at any server that speaks OpenAI's chat protocol. Where a JSON schema is refused, the same call
 * asks once more without it, and that schema is not sent to this model again.
 */
export const openCompatible = (
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings = timings,
): Attempt => {
  const remote = { server: serverOf(choice), model: nameOf(choice), platform, timings: waits }
  const refused = new WeakSet<JsonSchema>()
  return async function* (request, signal) {
    const { json, ...plain } = request
    const isAsked = json !== undefined && !refused.has(json)
    let isRefused = false
    for await (const event of oneAttempt(remote, isAsked ? request : plain, signal)) {
      if (isAsked && isRefusal(event)) isRefused = true
      else yield event
    }
    if (!isAsked || !isRefused) return
    for await (const event of oneAttempt(remote, plain, signal)) {
      if (!isRefusal(event)) refused.add(json)
      yield event
    }
  }
}

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) })

const notAList = (host: string, cause: unknown): AppError =>
  new AppError(
    'model-not-found',
    `The server at ${host} gives no list of models.`,
    'Check the base URL, which often ends in /v1.',
    cause,
  )

const asAppError = (called: Called, error: unknown): AppError => {
  if (error instanceof AppError) return error
  if (error instanceof SyntaxError || error instanceof z.ZodError) return notAList(called.server.host, error)
  const { code, sentence } = thrownFailure(called, error, false)
  return new AppError(code, sentence)
}

const refusedList = (called: Called, { status, headers }: Response, body: string): AppError => {
  if (status === 404 || status === 405) return notAList(called.server.host, undefined)
  const failure = refusedFailure(called, {
    status,
    headers: Object.fromEntries(headers),
    words: wordsIn(body),
  })
  return new AppError(failure.code, failure.sentence)
}

/** The models a server offers, as full ids in its own order. Throws `AppError` when it cannot be asked. */
export const listCompatible = async (
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings = timings,
): Promise<readonly string[]> => {
  const server = serverOf(choice)
  const controller = new AbortController()
  const { signal } = controller
  const late = new AppError(
    'model-unreachable',
    `The server at ${server.host} does not answer.`,
    'Is it running?',
  )
  void platform.sleep(waits.listMs, signal).then(() => controller.abort(late))
  const limits = { lineBytes: 4_194_304, bodyBytes: 4_194_304 }
  const call = guardedFetch({ fetch: platform.fetch, server, signal, limits, onBytes: () => undefined })
  const called = { server, model: '…', now: platform.now }
  try {
    const response = await call(`${server.base}/models`, {
      headers: { accept: 'application/json', ...(server.key && { authorization: `Bearer ${server.key}` }) },
    })
    const text = await response.text()
    if (!response.ok) throw refusedList(called, response, text)
    return modelList.parse(JSON.parse(text)).data.map(({ id }) => prefix + id)
  } catch (error) {
    throw asAppError(called, signal.reason instanceof AppError ? signal.reason : error)
  } finally {
    controller.abort()
  }
}

/** Any server with OpenAI's chat protocol: a local one, a company's, a vendor's. */
export const openaiCompatible: Provider = {
  id: 'openai-compatible',
  name: 'OpenAI-compatible server',
  about:
    'Any server with OpenAI’s chat protocol, on this computer or elsewhere; it needs a base URL, and a key where the server wants one.',
  lanes: 4,
  list: (choice, platform) => listCompatible(choice, platform),
  open: (choice, platform) => openCompatible(choice, platform),
  endpoint: (choice) => serverOf(choice).origin,
}
