import { AppError } from '../../../shared/errors.ts'

const mostRedirects = 5

/** Whether a file may be fetched from an address: over TLS, or from this very machine; never with a name or password. */
const isSafe = (url: URL): boolean =>
  (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1')) &&
  url.username === '' &&
  url.password === ''

const refused = (from: URL, to: string): AppError =>
  new AppError(
    'model-unreachable',
    `${from.host} sends the download on to an address that is not safe (${to}); nothing was fetched from there.`,
    'Fetch the file with a browser, then add it here.',
  )

const nextOf = (from: URL, location: string | null): URL => {
  const to = URL.parse(location ?? '', from.href)
  if (to && isSafe(to) && !(from.protocol === 'https:' && to.protocol !== 'https:')) return to
  throw refused(from, to ? `${to.protocol}//${to.host}` : 'none')
}

/** From which byte on a file is wanted, and the mark of the version that the bytes before it are of. */
export type Range = { readonly from: number; readonly etag?: string }

/**
 * Asks for a file from a byte on, if it is still the version that is meant. Redirects are followed where they are safe; no
 * key and no cookie is ever sent. Rejects as `fetch` does, or with `model-unreachable`.
 */
export const openRange = async (
  fetch: typeof globalThis.fetch,
  address: string,
  { from, etag }: Range,
  signal: AbortSignal,
): Promise<Response> => {
  let url = new URL(address)
  if (!isSafe(url)) throw refused(url, `${url.protocol}//${url.host}`)
  const headers = {
    // Packed bytes could not be counted.
    'accept-encoding': 'identity',
    ...(from > 0 && { range: `bytes=${from}-` }),
    ...(from > 0 && etag !== undefined && { 'if-range': etag }),
  }
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(url.href, { headers, signal, redirect: 'manual', credentials: 'omit' })
    if (response.status < 300 || response.status >= 400) return response
    await response.body?.cancel()
    url = nextOf(url, response.headers.get('location'))
  }
  throw new AppError('model-unreachable', `${url.host} sends the download round in a circle.`, 'Try later.')
}
