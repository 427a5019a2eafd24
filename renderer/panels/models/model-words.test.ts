import { expect, test } from 'vitest'
import { factsOf, foundSentence } from './model-words.ts'

test.each([
  [{ id: 'a' }, ''],
  [{ id: 'a', contextSize: 32_768 }, 'reads 32,768 tokens'],
  [
    { id: 'a', contextSize: 8192, lanes: 4, bytes: 2_500_000_000 },
    'reads 8,192 tokens, 4 calls at once, 2.5 GB',
  ],
  [{ id: 'a', lanes: 1 }, '1 call at once'],
])('of %o is said “%s”', (model, words) => {
  expect(factsOf(model)).toBe(words)
})

test.each([
  [0, 'Ollama on this computer has no model yet'],
  [1, 'Ollama on this computer has 1 model'],
  [3, 'Ollama on this computer has 3 models'],
])('%i models', (count, sentence) => {
  const models = Array.from({ length: count }, (_, i) => ({ id: `ollama/${i}` }))
  expect(foundSentence({ name: 'Ollama', provider: 'ollama', baseUrl: 'http://a', models })).toBe(sentence)
})
