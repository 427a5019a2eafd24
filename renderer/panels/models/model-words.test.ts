import { expect, test } from 'vitest'
import { factsOf, foundSentence, memory, size } from './model-words.ts'

test.each([
  [0, '0 kB'],
  [850_000, '850 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [491_400_032, '491 MB'],
  [999_500_000, '1.0 GB'],
  [2_497_281_120, '2.5 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(size(bytes)).toBe(words)
})

test('memory is counted by 1024', () => {
  expect(memory(1.5 * 2 ** 30)).toBe('1.5 GB')
})

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
