import { expect, test } from 'vitest'
import { completeChoice } from './complete-choice.ts'
import { createKeys } from './keys.ts'

const addresses = { ollama: 'http://box:1' }

test.each([
  [
    'the address of this machine',
    { id: 'ollama/q' },
    { id: 'ollama/q', baseUrl: 'http://box:1', apiKey: 'k' },
  ],
  [
    'blanks are no address',
    { id: 'ollama/q', baseUrl: ' ' },
    { id: 'ollama/q', baseUrl: 'http://box:1', apiKey: 'k' },
  ],
  [
    'one that is named goes before',
    { id: 'ollama/q', baseUrl: 'http://c:2' },
    { id: 'ollama/q', baseUrl: 'http://c:2' },
  ],
  ['another provider', { id: 'openai/g' }, { id: 'openai/g' }],
])('%s', async (_, choice, expected) => {
  const keys = createKeys({ env: {} })
  await keys.give({ place: { baseUrl: 'http://box:1/v1' }, key: 'k', keep: false })
  expect(completeChoice({ addresses, keys }, choice)).toEqual(expected)
})
