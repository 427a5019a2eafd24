import { expect, test } from 'vitest'
import { errorLine, ollamaRefusal } from './failures.ts'

const server = { base: 'http://a:1', origin: 'http://a:1', host: 'a:1', key: 'Zq7-very_private' }
const called = { server, model: 'qwen3:8b', now: () => 0 }
const nested = JSON.stringify({
  error: { message: 'request (8889 tokens) exceeds the available context size' },
})

test.each<[number, string, string, RegExp]>([
  [404, "model 'qwen3:8b' not found", 'model-not-found endpoint', /Get it with: ollama pull qwen3:8b$/],
  [400, nested, 'reply-too-long attempt', /^The prompt has 8,889 tokens, and “qwen3:8b” reads 4,096 at once/],
  [500, 'input length exceeds the context length', 'reply-too-long attempt', /^The prompt is too long/],
  [
    500,
    'model requires more system memory (7.5 GiB) than is available (5.2 GiB)',
    'model-refused-request endpoint',
    /too little memory for “qwen3:8b”: “model requires more system memory \(7\.5 GiB\)/,
  ],
  [500, 'out of memory, Zq7-very_private', 'model-refused-request endpoint', /“out of memory, …”/],
  [500, 'llama runner process has terminated', 'model-unreachable attempt', /in trouble \(500/],
  [503, 'server busy, please try again', 'model-unreachable attempt', /in trouble \(503/],
  [401, 'unauthorized', 'model-key-refused endpoint', /refuses the key/],
])('%i with %s', (status, error, expected, sentence) => {
  const failure = ollamaRefusal(called, { status, headers: {}, body: JSON.stringify({ error }) }, 4096)
  expect(`${failure.code} ${failure.scope}`).toBe(expected)
  expect(failure.sentence).toMatch(sentence)
})

test('an error among the lines is a refusal at the beginning, and a break after text', () => {
  expect(errorLine(called, nested, false, 4096).code).toBe('reply-too-long')
  expect(errorLine(called, 'unexpected EOF', true, 4096).code).toBe('reply-cut')
})
