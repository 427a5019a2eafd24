import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import { isSecretPlace } from './secret-places.ts'

/** Where calls go and with which key. The key goes to `origin` and nowhere else. */
export type Server = {
  /** Base URL without a slash at the end. */
  readonly base: string
  /** Scheme, host and port. */
  readonly origin: string
  /** Host and port, as sentences name it. */
  readonly host: string
  readonly key?: string
}

const example = 'A base URL looks like http://127.0.0.1:1234/v1.'

const parsed = (text: string): URL => {
  const url = URL.parse(text)
  if (!url) throw new AppError('usage', 'The base URL is not a web address.', example)
  return url
}

const check = (url: URL): void => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError('usage', `A base URL begins with http or https, not with “${url.protocol}”.`, example)
  }
  if (url.username || url.password) {
    throw new AppError('usage', 'A base URL must not hold a name or a password.', 'Give the key by itself.')
  }
  if (url.search || url.hash) {
    throw new AppError('usage', 'A base URL ends with its path.', 'Leave out everything from “?” or “#” on.')
  }
  if (isSecretPlace(url.hostname)) {
    throw new AppError(
      'usage',
      `No model server stands at ${url.hostname}: there a machine keeps its secrets.`,
      example,
    )
  }
}

/**
 * The server of a choice, which stands at `address` when the choice names none. Throws `AppError` when the base URL
 * or the key cannot be used; never repeats either.
 */
export const serverOf = ({ baseUrl, apiKey }: ModelChoice, address?: string): Server => {
  const text = baseUrl?.trim() || address
  if (!text) throw new AppError('usage', 'This model needs the base URL of its server.', example)
  const url = parsed(text)
  check(url)
  const key = apiKey?.trim()
  if (key && !/^[\x21-\x7e]+$/.test(key)) {
    throw new AppError('usage', 'The key holds characters that no key can hold.', 'Copy it again.')
  }
  const server = { base: url.href.replace(/\/+$/, ''), origin: url.origin, host: url.host }
  return key ? { ...server, key } : server
}
