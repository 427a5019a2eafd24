import { expect, test } from 'vitest'
import { settingsSaid } from './settings-said.ts'

test.each([
  [
    'ollama/q',
    ['contextSize=8192', 'thinking=true', 'keepAlive=0.5'],
    { contextSize: 8192, thinking: true, keepAlive: 0.5 },
  ],
  ['llama-cpp/q', ['adapter=1.gguf', 'gpu=false'], { adapter: '1.gguf', gpu: false }],
  ['llama-cpp/q', ['draft=7'], { draft: '7' }],
  ['llama-cpp/q', ['adapter=a=b'], { adapter: 'a=b' }],
  ['openai-compatible/q', ['reasoningEffort=low', 'reasoningEffort=high'], { reasoningEffort: 'high' }],
  ['ollama/q', [], {}],
])('%s %j', (id, lines, expected) => {
  expect(settingsSaid(id, lines)).toEqual(expected)
})

test.each([
  [
    'ollama/q',
    'context=8192',
    /Ollama has no setting called “context”/u,
    'There are contextSize, keepAlive, thinking, threads.',
  ],
  [
    'ollama/q',
    'toString=1',
    /no setting called “toString”/u,
    'There are contextSize, keepAlive, thinking, threads.',
  ],
  ['practice', 'pace=1', /Practice model has no setting called “pace”/u, 'It has none.'],
  ['ollama/q', 'contextSize', /“contextSize” is no setting/u, 'Write it as NAME=VALUE.'],
  [
    'ollama/q',
    'contextSize=many',
    /contextSize of Ollama cannot have this value/u,
    expect.stringMatching(/number/u),
  ],
  [
    'ollama/q',
    'contextSize=5',
    /contextSize of Ollama cannot have this value/u,
    expect.stringMatching(/2048/u),
  ],
  ['nobody/q', 'x=1', /no model called “nobody\/q”/u, expect.stringMatching(/^Known models/u)],
])('%s --set %s is refused', (id, line, message, next) => {
  expect(() => settingsSaid(id, [line])).toThrow(
    expect.objectContaining({ message: expect.stringMatching(message), next }),
  )
})
