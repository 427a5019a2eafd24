import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import type { ProviderPlatform } from '../provider.ts'
import { refusedFailure, thrownFailure, wordsIn } from './failures.ts'
import type { Called } from './failures.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { hideKey } from './hide-key.ts'
import type { Server } from './server.ts'
import { serverFor } from './vendor.ts'
import type { ListedModel, Vendor } from './vendor.ts'
import { timings } from './watchdog.ts'
import type { Timings } from './watchdog.ts'

/** OpenRouter's list is the longest, at about a megabyte. */
const limits = { lineBytes: 8_388_608, bodyBytes: 8_388_608 }

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

/** The same model where its server repeats the key in its id or its name. */
const withoutKey = (model: ListedModel, key?: string): ListedModel => ({
  ...model,
  id: hideKey(model.id, key),
  ...(model.name && { name: hideKey(model.name, key) }),
})

type Listing = Pick<Vendor, 'name' | 'address' | 'keyVariables' | 'keyHeaders' | 'modelsPath' | 'modelsIn'>

const headersFor = ({ keyHeaders }: Listing, { key }: Server): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  ...(key && keyHeaders(key)),
})

/** The models that a vendor lists and that write text, in its own order. Throws `AppError` when it cannot be asked. */
export const listRemote = async (
  vendor: Listing,
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings = timings,
): Promise<readonly ListedModel[]> => {
  const server = serverFor(vendor, choice)
  const controller = new AbortController()
  const { signal } = controller
  const late = new AppError(
    'model-unreachable',
    `The server at ${server.host} does not answer.`,
    'Is it running?',
  )
  void platform.sleep(waits.listMs, signal).then(() => controller.abort(late))
  const call = guardedFetch({ fetch: platform.fetch, server, signal, limits, onBytes: () => undefined })
  const called = { server, model: '…', now: platform.now }
  try {
    const response = await call(server.base + vendor.modelsPath, { headers: headersFor(vendor, server) })
    const text = await response.text()
    if (!response.ok) throw refusedList(called, response, text)
    return vendor.modelsIn(JSON.parse(text)).map((model) => withoutKey(model, server.key))
  } catch (error) {
    throw asAppError(called, signal.reason instanceof AppError ? signal.reason : error)
  } finally {
    controller.abort()
  }
}
