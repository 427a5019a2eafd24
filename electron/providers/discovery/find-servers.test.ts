import { expect, test } from 'vitest'
import { systemPlatform } from '../system-platform.ts'
import { openaiCompatible } from '../openai-compatible.ts'
import { findServers } from './find-servers.ts'
import type { FoundServer } from './find-servers.ts'
import { kinds, startPlace } from './test-places.ts'
import type { Answers } from './test-places.ts'

const find = (...urls: readonly string[]) =>
  findServers({ ...systemPlatform, places: urls.map((url) => ({ name: 'Server', url })) })

test.each<[keyof typeof kinds, string, FoundServer['models'], string?]>([
  ['llama.cpp', 'llama.cpp', [{ id: 'openai-compatible/gemma', contextSize: 8192, lanes: 4 }]],
  [
    'LM Studio',
    'LM Studio',
    [
      { id: 'openai-compatible/small', contextSize: 4096 },
      { id: 'openai-compatible/big', contextSize: 131_072 },
    ],
  ],
  ['vLLM', 'vLLM', [{ id: 'openai-compatible/Qwen/Qwen3-32B', contextSize: 40_960 }]],
  ['SGLang', 'SGLang', [{ id: 'openai-compatible/qwen', contextSize: 32_768, lanes: 16 }]],
  ['LiteLLM', 'LiteLLM', [{ id: 'openai-compatible/gpt-4o' }]],
  ['Jan', 'Jan', [], 'Jan wants a key before it names its models. Give it with this base URL.'],
  ['Ollama', 'Ollama', [{ id: 'ollama/qwen3:8b', bytes: 5000, contextSize: 16_384, lanes: 1 }]],
  ['another', 'OpenAI-compatible server', [{ id: 'openai-compatible/x' }]],
])('%s is told by what it says', async (kind, name, models, trouble) => {
  const { url, asked } = await startPlace(kinds[kind])
  const provider = kind === 'Ollama' ? 'ollama' : 'openai-compatible'
  const baseUrl = kind === 'Ollama' ? url : `${url}/v1`
  expect(await find(url)).toEqual([{ name, provider, baseUrl, models, ...(trouble && { trouble }) }])
  expect(asked.filter(({ headers }) => 'authorization' in headers || 'x-api-key' in headers)).toEqual([])
})

test.each<[string, Answers]>([
  ['a web page everywhere', { '/v1/models': '<!doctype html>', '/api/version': '<!doctype html>' }],
  [
    'JSON that means something else',
    { '/v1/models': { models: 3 }, '/props': [], '/api/version': { version: 3 } },
  ],
  ['a list without names', { '/v1/models': { data: [{ name: 'x' }] } }],
  ['errors', { '/v1/models': { status: 500 }, '/api/version': { status: 403 } }],
])('rubbish is no server: %s', async (_, answers) => {
  expect(await find((await startPlace(answers)).url)).toEqual([])
})

test('no redirect is followed, not even to the same server', async () => {
  const other = await startPlace(kinds.another)
  const { url } = await startPlace({
    '/v1/models': { status: 307, location: `${other.url}/v1/models` },
    '/api/v0/models': { status: 302, location: '/v1/models' },
  })
  expect([await find(url), other.asked]).toEqual([[], []])
})

test('places are asked at the same time, a second each, and those that say nothing hold nothing up', async () => {
  const silent = await startPlace({ '/v1/models': null, '/api/version': null, '/props': null })
  const { url } = await startPlace(kinds.vLLM)
  const began = performance.now()
  const found = await find(silent.url, url, 'http://127.0.0.1:9', silent.url)
  expect([found.map(({ name }) => name), performance.now() - began < 1900]).toEqual([['vLLM'], true])
})

test.each<[keyof typeof kinds, string, object]>([
  ['llama.cpp', 'gemma', { name: 'gemma', contextSize: 8192, lanes: 4 }],
  ['LM Studio', 'small', { name: 'small', contextSize: 4096, lanes: 4 }],
  ['vLLM', 'Qwen/Qwen3-32B', { name: 'Qwen/Qwen3-32B', contextSize: 40_960, lanes: 4 }],
])('a chosen model at %s is described by its server', async (kind, name, expected) => {
  const { url } = await startPlace(kinds[kind])
  const choice = { id: `openai-compatible/${name}`, baseUrl: `${url}/v1` }
  expect(await openaiCompatible.describe?.(choice, systemPlatform)).toEqual(expected)
})
