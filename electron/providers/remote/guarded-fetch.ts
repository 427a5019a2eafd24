import { AppError } from '../../../shared/errors.ts'
import type { Server } from './server.ts'

/** What may come back: bytes of one line, of a whole reply, and of an error's body. */
type Limits = { readonly lineBytes: number; readonly bodyBytes: number }

const mostErrorBytes = 65_536
const mostRedirects = 3

/** The guard of one call. */
export type Guard = {
  readonly fetch: typeof globalThis.fetch
  readonly server: Server
  readonly limits: Limits
  readonly signal: AbortSignal
  /** The headers of each answer that is no redirect. */
  readonly onHeaders?: (headers: Headers) => void
  readonly onBytes: () => void
}

const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
  })

/** Counts what passes through; a line or a body over its limit breaks the stream with `reply-runaway`. */
const counter = ({ limits, server, onBytes }: Guard): TransformStream<Uint8Array, Uint8Array> => {
  let line = 0
  let body = 0
  const tooMuch = (): AppError =>
    new AppError('reply-runaway', `The server at ${server.host} sends without end; the reply was cut.`)
  return new TransformStream({
    transform: (chunk, controller) => {
      onBytes()
      body += chunk.length
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        if (line + at - from > limits.lineBytes) throw tooMuch()
        line = 0
        from = at + 1
      }
      line += chunk.length - from
      if (line > limits.lineBytes || body > limits.bodyBytes) throw tooMuch()
      controller.enqueue(chunk)
    },
  })
}

const beginning = async (body: ReadableStream<Uint8Array>): Promise<string> => {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (let bytes = 0; bytes < mostErrorBytes;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    text += decoder.decode(value.subarray(0, mostErrorBytes), { stream: true })
  }
  await reader.cancel()
  return text
}

const guarded = async (guard: Guard, response: Response): Promise<Response> => {
  const { server, signal } = guard
  const { status, statusText, headers } = response
  const body = response.body?.pipeThrough(counter(guard), { signal }) ?? null
  if (!response.ok) {
    const text = body ? await beginning(body) : ''
    return new Response(text, { status, statusText, headers })
  }
  if (headers.get('content-type')?.startsWith('text/html')) {
    const sentence = `The server at ${server.host} answers with a web page, not as a model.`
    throw new AppError('model-not-found', sentence, 'Check the base URL, which often ends in /v1.')
  }
  return new Response(body, { status, statusText, headers })
}

const next = ({ server }: Guard, from: string, response: Response): string => {
  const to = URL.parse(response.headers.get('location') ?? '', from)
  if (!to || to.username || to.password || to.origin !== server.origin) {
    const where = to ? `to ${to.origin}` : 'elsewhere'
    const sentence = `The server at ${server.host} sends calls on ${where}; nothing was sent there.`
    throw new AppError('model-unreachable', sentence, 'If you trust that address, make it the base URL.')
  }
  return to.href
}

/**
 * A `fetch` that keeps to the server's scheme, host and port (so the key does too), follows a redirect only within
 * them and only where the request stays what it is, cuts what is too long, and ends as soon as `signal` aborts.
 */
export const guardedFetch =
  (guard: Guard): typeof globalThis.fetch =>
  async (input, init) => {
    const { server, signal } = guard
    let url = input instanceof Request ? input.url : String(input)
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      if (new URL(url).origin !== server.origin) {
        throw new AppError(
          'model-unreachable',
          `A call meant for ${server.host} was kept from going elsewhere.`,
        )
      }
      const sent = guard.fetch(url, { ...init, signal, redirect: 'manual' })
      const response = await Promise.race([sent, stopped(signal)])
      if (response.status < 300 || response.status >= 400) {
        guard.onHeaders?.(response.headers)
        return guarded(guard, response)
      }
      await response.body?.cancel()
      const isSame = init?.method === undefined || response.status === 307 || response.status === 308
      const to = next(guard, url, response)
      if (!isSame) {
        const sentence = `The server at ${server.host} answers elsewhere (${response.status}).`
        throw new AppError('model-not-found', sentence, 'Check the base URL, which often ends in /v1.')
      }
      url = to
    }
    throw new AppError('model-unreachable', `The server at ${server.host} sends calls round in a circle.`)
  }
