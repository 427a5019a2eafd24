import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnthropic } from './anthropic.ts'
import { readChat } from './chat.ts'
import type { Frame, ReadFrame } from './frame.ts'
import { readGemini } from './gemini.ts'
import { readResponses } from './responses.ts'

const chosen = (finish_reason: string | null, delta: object = {}) => ({ choices: [{ delta, finish_reason }] })
const known = { isUnknown: false }

test.each<readonly [string, ReadFrame, unknown, Frame]>([
  ['text', readChat, chosen(null, { content: 'a' }), known],
  ['stop', readChat, chosen('stop'), { finish: 'stop' }],
  ['a reason of its own', readChat, chosen('eos'), { finish: 'stop' }],
  ['length', readChat, chosen('length'), { finish: 'length' }],
  ['the context is full (Mistral)', readChat, chosen('model_length'), { finish: 'length' }],
  ['filter', readChat, chosen('content_filter'), { finish: 'filter' }],
  ['given up', readChat, chosen('error'), { finish: 'error' }],
  ['a refusal', readChat, chosen(null, { refusal: 'No.' }), { isRefusal: true }],
  ['counts', readChat, { choices: [], usage: {} }, known],
  ['something new', readChat, { type: 'weather' }, { isUnknown: true }],
  ['an error', readChat, { error: { message: 'No.', code: 502 } }, { error: { words: 'No.', status: 502 } }],
  ['a bare error', readChat, { error: 'No.' }, { error: { words: 'No.' } }],
  [
    'an error with a finish (OpenRouter)',
    readChat,
    { ...chosen('error'), error: { code: 429, message: 'Slow down' } },
    { error: { words: 'Slow down', status: 429 } },
  ],
  [
    'an error (Mistral)',
    readChat,
    { object: 'error', message: 'No.', type: 'rate_limited', code: '1300' },
    { error: { words: 'No. · rate_limited', status: 429 } },
  ],
  ['stop', readResponses, { type: 'response.completed', response: {} }, { finish: 'stop' }],
  [
    'length',
    readResponses,
    { type: 'response.incomplete', response: { incomplete_details: { reason: 'max_output_tokens' } } },
    { finish: 'length' },
  ],
  [
    'filter',
    readResponses,
    { type: 'response.incomplete', response: { incomplete_details: { reason: 'content_filter' } } },
    { finish: 'filter' },
  ],
  [
    'failed',
    readResponses,
    { type: 'response.failed', response: { error: { code: 'rate_limit_exceeded', message: 'Slow' } } },
    { error: { words: 'Slow · rate_limit_exceeded', status: 429 } },
  ],
  [
    'failed without a word',
    readResponses,
    { type: 'response.failed', response: { error: null } },
    { error: { words: 'The reply failed · server_error', status: 500 } },
  ],
  [
    'an error',
    readResponses,
    { type: 'error', code: 'server_error', message: 'No.' },
    { error: { words: 'No.', status: 500 } },
  ],
  [
    'an error within',
    readResponses,
    { type: 'error', error: { type: 'overloaded', message: 'No.' } },
    { error: { words: 'No. · overloaded', status: 529 } },
  ],
  ['a refusal', readResponses, { type: 'response.refusal.delta', delta: 'No.' }, { isRefusal: true }],
  ['stop', readAnthropic, { type: 'message_delta', delta: { stop_reason: 'end_turn' } }, { finish: 'stop' }],
  [
    'length',
    readAnthropic,
    { type: 'message_delta', delta: { stop_reason: 'max_tokens' } },
    { finish: 'length' },
  ],
  [
    'refusal',
    readAnthropic,
    { type: 'message_delta', delta: { stop_reason: 'refusal' } },
    { finish: 'filter' },
  ],
  ['not yet', readAnthropic, { type: 'message_delta', delta: { stop_reason: null } }, known],
  ['something new', readAnthropic, { type: 'weather' }, { isUnknown: true }],
  [
    'overloaded',
    readAnthropic,
    { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
    { error: { words: 'Overloaded · overloaded_error', status: 529 } },
  ],
  ['text', readGemini, { candidates: [{ content: {} }] }, known],
  ['stop', readGemini, { candidates: [{ finishReason: 'STOP' }] }, { finish: 'stop' }],
  ['length', readGemini, { candidates: [{ finishReason: 'MAX_TOKENS' }] }, { finish: 'length' }],
  ['safety', readGemini, { candidates: [{ finishReason: 'SAFETY' }] }, { finish: 'filter' }],
  ['a filter that is new', readGemini, { candidates: [{ finishReason: 'TASTE' }] }, { finish: 'filter' }],
  ['given up', readGemini, { candidates: [{ finishReason: 'OTHER' }] }, { finish: 'error' }],
  ['the prompt is blocked', readGemini, { promptFeedback: { blockReason: 'OTHER' } }, { finish: 'filter' }],
  [
    'an error',
    readGemini,
    { error: { code: 503, message: 'Busy', status: 'UNAVAILABLE' } },
    { error: { words: 'Busy · UNAVAILABLE', status: 503 } },
  ],
])('%s', (_, read, raw, expected) => {
  expect(read(raw)).toEqual(expected)
})

test('no frame makes a reader throw', () => {
  const readers = [readChat, readResponses, readAnthropic, readGemini]
  const holds = fc.property(fc.anything(), (raw) => {
    for (const read of readers) expect(read(raw)).toBeTypeOf('object')
  })
  fc.assert(holds, { numRuns: 200 })
})
