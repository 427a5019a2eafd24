import { expect, test } from 'vitest'
import { AppError, explain } from '../../shared/errors.ts'
import { manualClock } from './manual-clock.ts'
import { openModel } from './open-model.ts'

const { platform } = manualClock()
const opened = (id: string, baseUrl?: string): string => {
  try {
    return `${openModel({ id, ...(baseUrl && { baseUrl }) }, platform).lanes} lanes`
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${explain(error)}` : String(error)
  }
}

test.each([
  ['openai-compatible/qwen', 'http://a/v1', '4 lanes'],
  ['openai-compatible/vendor/model:8b', 'http://a/v1', '4 lanes'],
  ['openai-compatible', 'http://a/v1', 'usage: The model has no name. Say which: openai-compatible/NAME.'],
  ['openai-compatible/', 'http://a/v1', 'usage: The model has no name. Say which: openai-compatible/NAME.'],
  [
    'openai-compatible/qwen',
    undefined,
    'usage: This model needs the base URL of its server. A base URL looks like http://127.0.0.1:1234/v1.',
  ],
])('%s at %s: %s', (id, baseUrl, expected) => {
  expect(opened(id, baseUrl)).toBe(expected)
})

test('an unknown id names the known ones', () => {
  expect(opened('gpt-9')).toMatch(
    /^model-unknown: There is no model called “gpt-9”\. Known models: .*openai-compatible\/NAME\.$/,
  )
})
