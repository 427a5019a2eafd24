import { expect, test } from 'vitest'
import { nextFor } from './doctor.ts'

const none =
  'Nothing that writes for real is ready. The practice model works at once, with placeholder prose. For a real one start Ollama and pull a model, or set the key of a vendor in an environment variable such as OPENAI_API_KEY'
const named = { baseUrl: 'http://a/v1 http://b/v1', apiKeyEnv: 'TEAM_KEY' }

test.each([
  [[], undefined, {}, `${none}.`],
  [[], 'small', {}, `${none}, or get one with: longhand models get small`],
  [[], 'small', { start: 'longhand' }, `${none}, or get one with: npm run -s longhand -- models get small`],
  [
    [{ model: 'llama-cpp/my model' }],
    'small',
    {},
    `Ready to write: longhand write brief.md --model 'llama-cpp/my model'`,
  ],
  [
    [{ model: 'openai/NAME' }],
    'small',
    { start: 'start' },
    'Ready to write, with NAME one of those that “npm start -- models” lists: npm start -- write brief.md --model openai/NAME',
  ],
  [
    [{ model: 'openai-compatible/x', baseUrl: 'http://a/v1,http://b/v1' }],
    undefined,
    {},
    'Ready to write: longhand write brief.md --model openai-compatible/x --base-url http://a/v1,http://b/v1 --api-key-env TEAM_KEY',
  ],
  [
    [{ model: 'ollama/x', baseUrl: 'http://127.0.0.1:11434' }],
    undefined,
    {},
    'Ready to write: longhand write brief.md --model ollama/x --base-url http://127.0.0.1:11434',
  ],
] as const)(
  'with %j ready and %s suggested, started by %j',
  (ready, suggested, { start }: { readonly start?: string }, next) => {
    const env = start === undefined ? {} : { npm_lifecycle_event: start }
    expect(nextFor({ ready: [...ready], ...(suggested && { suggested }) }, env, named)).toBe(next)
  },
)
