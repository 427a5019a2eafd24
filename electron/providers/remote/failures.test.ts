import { expect, test } from 'vitest'
import { APICallError, UnsupportedFunctionalityError } from '@ai-sdk/provider'
import { refusedFailure, thrownFailure, unreachableFailure, wordsIn } from './failures.ts'
import type { Called } from './failures.ts'

const server = { base: 'http://a:1/v1', origin: 'http://a:1', host: 'a:1', key: 'secret-key' }
const called: Called = { server, model: 'm', now: () => 0 }

test.each([
  [401, 'bad', 'model-key-refused endpoint'],
  [403, '', 'model-key-refused endpoint'],
  [402, '', 'model-no-credit endpoint'],
  [404, '', 'model-not-found endpoint'],
  [405, '', 'model-not-found endpoint'],
  [429, 'slow down', 'model-busy endpoint limit'],
  [429, 'You exceeded your current quota', 'model-no-credit endpoint'],
  [429, 'Too many tokens per minute', 'model-busy endpoint limit'],
  [408, '', 'model-unreachable attempt outage'],
  [500, '', 'model-unreachable attempt outage'],
  [503, 'Loading model', 'model-unreachable attempt outage'],
  [529, '', 'model-unreachable attempt outage'],
  [400, 'maximum context length is 4096 tokens', 'reply-too-long attempt'],
  [400, 'the request exceeds the available context size', 'reply-too-long attempt'],
  [413, '', 'reply-too-long attempt'],
  [400, 'API key not valid. Please pass a valid API key. · INVALID_ARGUMENT', 'model-key-refused endpoint'],
  [400, 'Your credit balance is too low to access the API', 'model-no-credit endpoint'],
  [
    400,
    'The input token count (9) exceeds the maximum number of tokens allowed (4)',
    'reply-too-long attempt',
  ],
  [403, 'Your input was flagged by moderation', 'model-refused-request attempt'],
  [400, 'unknown field', 'model-refused-request attempt'],
  [422, '', 'model-refused-request attempt'],
  [418, '', 'model-refused-request attempt'],
])('F13 status %i “%s”: %s', (status, words, expected) => {
  const { code, scope, retry } = refusedFailure(called, { status, headers: {}, words })
  expect([code, scope, retry?.because].filter(Boolean).join(' ')).toBe(expected)
})

test('F8 Gemini says in the body alone how long to wait', () => {
  const error = new APICallError({
    message: 'Slow down',
    url: 'http://a',
    requestBodyValues: {},
    statusCode: 429,
    responseBody: '{"error":{"code":429,"message":"Slow","details":[{"retryDelay":"34.5s"}]}}',
  })
  expect(thrownFailure(called, error, true).retry).toEqual({ because: 'limit', afterMs: 34_500 })
})

test('what cannot even be asked is a refusal, so that it is asked more simply', () => {
  const error = new UnsupportedFunctionalityError({ functionality: 'propertyNames' })
  expect(thrownFailure(called, error, false).code).toBe('model-refused-request')
})

test('a sentence says what happened and what to do, without the key', () => {
  const refused = { status: 401, headers: {}, words: 'No such key: secret-key' }
  expect(refusedFailure(called, refused).sentence).toBe(
    'The server at a:1 refuses the key (401: “No such key: …”). Check that the key belongs to this server.',
  )
})

const because = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) })

test.each([
  ['ECONNREFUSED', 'The server at a:1 does not answer. Is it running?', true],
  [
    'UND_ERR_CONNECT_TIMEOUT',
    'The server at a:1 does not answer (UND_ERR_CONNECT_TIMEOUT). Is it running?',
    true,
  ],
  ['ECONNRESET', 'The server at a:1 closed the connection without an answer. Is it well?', true],
  ['ENOTFOUND', 'No server called a:1 can be found. Check the base URL and the network.', true],
  [
    'CERT_HAS_EXPIRED',
    'The certificate of a:1 cannot be trusted (CERT_HAS_EXPIRED). Nothing was sent.',
    false,
  ],
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'The certificate of a:1 cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Nothing was sent.',
    false,
  ],
])('%s: %s', (code, sentence, isRetried) => {
  const failure = unreachableFailure(called, because(code))
  expect([failure.sentence, failure.scope, failure.retry !== undefined]).toEqual([
    sentence,
    'endpoint',
    isRetried,
  ])
})

test.each([
  ['{"error":{"message":"No.","type":"t","code":"c"}}', 'No. · t · c'],
  ['{"error":{"message":"No.","code":400}}', 'No.'],
  ['{"error":{"code":400,"message":"No.","status":"INVALID_ARGUMENT"}}', 'No. · INVALID_ARGUMENT'],
  ['{"type":"error","error":{"type":"overloaded_error","message":"No."}}', 'No. · overloaded_error'],
  ['{"error":"No."}', 'No.'],
  ['{"message":"No.","object":"error"}', 'No.'],
  ['{"detail":"No."}', 'No.'],
  ['{"other":1}', '{"other":1}'],
  ['<h1>No.</h1>', '<h1>No.</h1>'],
])('the words of %s: %s', (body, words) => {
  expect(wordsIn(body)).toBe(words)
})
