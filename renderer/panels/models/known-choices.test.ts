import { expect, test } from 'vitest'
import { knownChoices, placedName } from './known-choices.ts'
import { practiceSource, type Source } from './sources.ts'

const baseUrl = 'http://127.0.0.1:11434'
const found: Source = {
  kind: 'found',
  key: 'found',
  name: 'Ollama',
  offer: undefined,
  server: { name: 'Ollama', provider: 'ollama', baseUrl, models: [{ id: 'ollama/q' }] },
}

test('what is chosen and stands in no list is offered too, once', () => {
  const far = { id: 'openai-compatible/x', baseUrl: 'http://a/v1' }
  expect(knownChoices([found, practiceSource], [far, far, { id: 'practice' }, { id: '' }])).toEqual([
    { name: 'Chosen before', choices: [far] },
    { name: 'Ollama', choices: [{ id: 'ollama/q', baseUrl }] },
    { name: 'Practice model', choices: [{ id: 'practice' }] },
  ])
})

test('what servers have listed is offered by their hosts', () => {
  const pool = 'http://a:8000/v1 http://b:8000/v1'
  expect(
    knownChoices([], [{ id: 'openai-compatible/x', baseUrl: pool }], { [pool]: ['openai-compatible/x'] }),
  ).toEqual([{ name: 'a:8000, b:8000', choices: [{ id: 'openai-compatible/x', baseUrl: pool }] }])
})

test.each([
  [{ id: 'practice' }, 'Practice model'],
  [{ id: 'openai/gpt' }, 'gpt'],
  [{ id: 'ollama/q', baseUrl }, 'q at 127.0.0.1:11434'],
  [{ id: 'openai-compatible/x', baseUrl: 'http://a/v1, http://b/v1' }, 'x at 2 servers'],
])('%o is called %s', (choice, name) => {
  expect(placedName(choice)).toBe(name)
})
