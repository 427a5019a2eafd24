import { expect, test } from 'vitest'
import type { FoundServer, Offer } from '../../stores/known-models.ts'
import { firstChoice, serversOf, sourceOf, sourcesOf } from './sources.ts'

const offer = (id: string, over: Partial<Offer> = {}): Offer => ({
  id,
  name: id,
  about: '',
  lanes: 1,
  needsKey: false,
  hasKey: false,
  models: [],
  ...over,
})
const offers = [
  offer('practice'),
  offer('llama-cpp', { models: ['llama-cpp/small'] }),
  offer('ollama', { address: 'http://127.0.0.1:11434', servers: ['Ollama'] }),
  offer('openai', { needsKey: true, models: ['openai/a', 'openai/b'] }),
  offer('anthropic', { needsKey: true, models: ['anthropic/one'] }),
  offer('openai-compatible', { servers: ['vLLM', 'LM Studio'] }),
]
const found: readonly FoundServer[] = [
  { name: 'Ollama', provider: 'ollama', baseUrl: 'http://127.0.0.1:11434', models: [{ id: 'ollama/q' }] },
]
const sources = sourcesOf({ found, offers })

test('servers found come first, practice last, and any server takes what stands nowhere else', () => {
  expect(sources.map(({ key }) => key)).toEqual([
    'found http://127.0.0.1:11434',
    'llama-cpp',
    'openai',
    'anthropic',
    'server',
    'practice',
  ])
  expect(
    sources.flatMap((source) => (source.kind === 'server' ? source.offers : [])).map(({ id }) => id),
  ).toEqual(['openai-compatible', 'ollama'])
})

test('the kinds of server are named as they are told', () => {
  expect(serversOf(offers)).toBe('Ollama, vLLM, or LM Studio')
})

test('before anything is known there is the practice model', () => {
  expect(sourcesOf({ found: null, offers: null }).map(({ key }) => key)).toEqual(['practice'])
})

test.each([
  ['practice', undefined, 'practice'],
  ['llama-cpp/small', undefined, 'llama-cpp'],
  ['openai/a', undefined, 'openai'],
  ['ollama/q', 'http://127.0.0.1:11434', 'found http://127.0.0.1:11434'],
  ['ollama/q', 'http://10.0.0.2:11434', 'server'],
  ['openai-compatible/x', 'http://10.0.0.2/v1', 'server'],
  ['nobody/x', undefined, undefined],
])('%s at %s is of %s', (id, baseUrl, key) => {
  expect(sourceOf(sources, { id, ...(baseUrl && { baseUrl }) })?.key).toBe(key)
})

test.each([
  ['found http://127.0.0.1:11434', { id: 'ollama/q', baseUrl: 'http://127.0.0.1:11434' }],
  ['llama-cpp', { id: 'llama-cpp/small' }],
  ['openai', { id: '' }],
  ['anthropic', { id: 'anthropic/one' }],
  ['server', { id: '' }],
  ['practice', { id: 'practice' }],
])('%s by itself chooses %o', (key, choice) => {
  expect(sources.filter((source) => source.key === key).map(firstChoice)).toEqual([choice])
})
