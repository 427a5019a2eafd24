import { APICallError, InvalidArgumentError, UnsupportedFunctionalityError } from '@ai-sdk/provider'
import { z } from 'zod'
import { AppError, explain } from '../../../shared/errors.ts'
import type { AttemptFailure, Retry } from '../attempt.ts'
import { retryAfterMs } from '../retry-after.ts'
import { redact } from './redact.ts'
import type { Server } from './server.ts'

/** What a sentence about a failed call may name. */
export type Called = { readonly server: Server; readonly model: string; readonly now: () => number }

/** A server's refusal: its status, headers (lower case) and words. */
export type Refused = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly words: string
}

const overflow =
  /context.{0,3}(length|window|size)|maximum context|too many (input |prompt )?tokens|(prompt|input) is too (long|large)|input token count|reduce the length/i
const spent =
  /insufficient_quota|exceeded your current quota|insufficient (balance|credit|funds)|credit balance is too low/i
const wrongKey = /api key not valid|api_key_invalid|invalid api key/i
const flagged = /moderation|flagged/i

const quote = (words: string): string => (words ? `: “${words}”` : '')

const attempt = (code: AttemptFailure['code'], sentence: string): AttemptFailure => ({
  code,
  sentence,
  scope: 'attempt',
})
const endpoint = (code: AttemptFailure['code'], sentence: string, retry?: Retry): AttemptFailure => ({
  code,
  sentence,
  scope: 'endpoint',
  ...(retry && { retry }),
})

const wantsKey = (status: number, said: string): boolean =>
  status === 401 || (status === 403 && !flagged.test(said)) || (status === 400 && wrongKey.test(said))

const isTooLong = (status: number, said: string): boolean =>
  status === 413 || ((status === 400 || status === 422) && overflow.test(said))

const final = (
  { server: { host, key }, model }: Called,
  status: number,
  said: string,
): AttemptFailure | null => {
  if (wantsKey(status, said)) {
    const sentence = key
      ? `The server at ${host} refuses the key (${status}${said}). Check that the key belongs to this server.`
      : `The server at ${host} wants a key (${status}${said}). Give the key that belongs to it.`
    return endpoint('model-key-refused', sentence)
  }
  if (status === 402 || (status < 500 && spent.test(said))) {
    return endpoint(
      'model-no-credit',
      `The account at ${host} has no credit left (${status}${said}). Top it up or choose another model.`,
    )
  }
  if (status === 404 || status === 405 || status === 410) {
    return endpoint(
      'model-not-found',
      `The server at ${host} has no model “${model}” at this base URL (${status}${said}). Check the name and the base URL, which often ends in /v1.`,
    )
  }
  if (isTooLong(status, said)) {
    return attempt(
      'reply-too-long',
      `The request is longer than “${model}” can take (${status}${said}). Choose a model with a larger context, or shorten the brief.`,
    )
  }
  return null
}

/** What a status of 400 and over means, and whether another try may help. */
export const refusedFailure = (called: Called, { status, headers, words }: Refused): AttemptFailure => {
  const { server, now } = called
  const said = quote(redact(words, server.key))
  const known = final(called, status, said)
  if (known) return known
  const afterMs = retryAfterMs(headers, now())
  const after = afterMs === null ? {} : { afterMs }
  if (status === 429) {
    const sentence = `The server at ${server.host} asks for fewer calls (429${said}). Wait a little, or use fewer lanes.`
    return endpoint('model-busy', sentence, { because: 'limit', ...after })
  }
  if (status >= 500 || status === 408 || status === 425) {
    const sentence = `The server at ${server.host} is in trouble (${status}${said}). Try again when it is well.`
    return { ...attempt('model-unreachable', sentence), retry: { because: 'outage', ...after } }
  }
  return attempt(
    'model-refused-request',
    `The server at ${server.host} refuses the request (${status}${said}).`,
  )
}

/** The reply broke off, or what came was no reply; what had arrived before it is kept. */
export const cutFailure = ({ server }: Called, words = ''): AttemptFailure =>
  attempt(
    'reply-cut',
    `The reply from ${server.host} broke off${quote(redact(words, server.key))}. Another attempt may help.`,
  )

const codeOf = (error: unknown): string => {
  const codes = z.object({ code: z.string() })
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { data } = codes.safeParse({ code: 'code' in at ? at.code : undefined })
    if (data) return data.code
  }
  return ''
}

const deepest = (error: unknown): string => {
  let words = ''
  for (let at: unknown = error; at instanceof Error; at = at.cause) words = at.message
  return words
}

/** No connection came about, or it broke before the first byte. */
export const unreachableFailure = ({ server: { host, key } }: Called, error: unknown): AttemptFailure => {
  const code = codeOf(error)
  const retry = { because: 'outage' } as const
  if (/CERT|TLS|SSL|SIGNATURE/.test(code)) {
    return endpoint(
      'model-unreachable',
      `The certificate of ${host} cannot be trusted (${code}). Nothing was sent.`,
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return endpoint(
      'model-unreachable',
      `No server called ${host} can be found. Check the base URL and the network.`,
      retry,
    )
  }
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') {
    return endpoint(
      'model-unreachable',
      `The server at ${host} closed the connection without an answer. Is it well?`,
      retry,
    )
  }
  const why = code === 'ECONNREFUSED' ? '' : redact(code || deepest(error), key)
  const sentence = `The server at ${host} does not answer${why && ` (${why})`}. Is it running?`
  return endpoint('model-unreachable', sentence, retry)
}

const appErrorIn = (error: unknown): AppError | null => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof AppError) return at
  return null
}

/** Gemini says how long to wait in the body of its refusal alone. */
const waitIn = (body: string): { readonly 'retry-after'?: string } => {
  const seconds = /"retryDelay":\s*"(\d+(?:\.\d+)?)s"/.exec(body)?.[1]
  return seconds === undefined ? {} : { 'retry-after': seconds }
}

/** What a thrown error means. `hasBytes`: whether any byte of the reply had come. */
export const thrownFailure = (called: Called, error: unknown, hasBytes: boolean): AttemptFailure => {
  const own = appErrorIn(error)
  if (own) {
    return {
      code: own.code,
      sentence: explain(own),
      scope: own.code.startsWith('reply-') ? 'attempt' : 'endpoint',
    }
  }
  if (APICallError.isInstance(error) && error.statusCode !== undefined && error.statusCode >= 400) {
    const { statusCode: status, responseHeaders, responseBody: body = '' } = error
    return refusedFailure(called, {
      status,
      headers: { ...waitIn(body), ...responseHeaders },
      words: wordsIn(body),
    })
  }
  if (UnsupportedFunctionalityError.isInstance(error) || InvalidArgumentError.isInstance(error)) {
    return attempt('model-refused-request', `“${called.model}” cannot be asked like this (${error.message}).`)
  }
  return hasBytes ? cutFailure(called) : unreachableFailure(called, error)
}

const errorBody = z.union([
  z.object({
    error: z.object({
      message: z.string(),
      type: z.string().nullish(),
      status: z.string().nullish(),
      code: z.unknown().optional(),
    }),
  }),
  z
    .object({ error: z.string() })
    .transform(({ error }) => ({ error: { message: error, type: null, code: null } })),
  z.object({ message: z.string() }).transform((error) => ({ error: { ...error, type: null, code: null } })),
  z
    .object({ detail: z.string() })
    .transform(({ detail }) => ({ error: { message: detail, type: null, code: null } })),
])

/** The words of an error body: its message and kind where it is JSON of a known shape, else the body itself. */
export const wordsIn = (body: string): string => {
  try {
    const { data } = errorBody.safeParse(JSON.parse(body))
    if (!data) return body
    const { message, type, code } = data.error
    const status = 'status' in data.error ? data.error.status : null
    return [message, type, status, typeof code === 'string' ? code : null].filter(Boolean).join(' · ')
  } catch {
    return body
  }
}
