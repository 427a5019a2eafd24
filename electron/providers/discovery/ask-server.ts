import { AppError } from '../../../shared/errors.ts'
import type { ProviderPlatform } from '../provider.ts'
import { refusedFailure, thrownFailure, wordsIn } from '../remote/failures.ts'
import { guardedFetch } from '../remote/guarded-fetch.ts'
import type { Server } from '../remote/server.ts'

/** Whom to ask, and for how many milliseconds at most. A key goes along only where `server` has one. */
export type Asking = {
  readonly server: Server
  readonly platform: Pick<ProviderPlatform, 'fetch' | 'now' | 'sleep'>
  readonly ms: number
}

const mostBytes = 4_194_304

const unreadable = (host: string, cause?: unknown): AppError =>
  new AppError(
    'model-not-found',
    `The server at ${host} answers, but not as a model server does.`,
    'Check the base URL.',
    cause,
  )

const noRedirect =
  (fetch: typeof globalThis.fetch, host: string): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    if (response.status < 300 || response.status >= 400) return response
    await response.body?.cancel()
    throw unreadable(host)
  }

const failureOf = ({ server, platform }: Asking, error: unknown): AppError => {
  if (error instanceof AppError) return error
  const { code, sentence } = thrownFailure({ server, model: '…', now: platform.now }, error, false)
  return new AppError(code, sentence)
}

const jsonIn = async ({ server, platform }: Asking, response: Response): Promise<unknown> => {
  const text = await response.text()
  if (!response.ok) {
    const headers = Object.fromEntries(response.headers)
    const called = { server, model: '…', now: platform.now }
    const failure = refusedFailure(called, { status: response.status, headers, words: wordsIn(text) })
    throw new AppError(failure.code, failure.sentence)
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw unreadable(server.host, error)
  }
}

/**
 * Asks a server for JSON: GET, or POST where there is a body. Follows no redirect. Throws `AppError` where no JSON comes
 * in time, and when `signal` aborts.
 */
export const askServer = async (
  asking: Asking,
  url: string,
  body?: object,
  signal?: AbortSignal,
): Promise<unknown> => {
  const { server, platform, ms } = asking
  const over = new AbortController()
  const stop = (): void => over.abort(signal?.reason)
  const late = new AppError(
    'model-unreachable',
    `The server at ${server.host} does not answer.`,
    'Is it running?',
  )
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  void platform.sleep(ms, over.signal).then(() => over.abort(late))
  const call = guardedFetch({
    fetch: noRedirect(platform.fetch, server.host),
    server,
    signal: over.signal,
    limits: { lineBytes: mostBytes, bodyBytes: mostBytes },
    onBytes: () => undefined,
  })
  try {
    const response = await call(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...(server.key && { authorization: `Bearer ${server.key}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return await jsonIn(asking, response)
  } catch (error) {
    throw failureOf(asking, over.signal.aborted ? (over.signal.reason ?? error) : error)
  } finally {
    signal?.removeEventListener('abort', stop)
    over.abort()
  }
}
