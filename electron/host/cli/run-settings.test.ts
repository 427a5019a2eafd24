import { describe, expect, test } from 'vitest'
import { modelOf } from '../../app/casting.ts'
import { createKeys } from '../../app/keys.ts'
import { nodePlatform } from '../../app/platform.ts'
import type { ModelChoice, ModelRequest } from '../../../shared/model.ts'
import type { RunFlags } from './flags.ts'
import { runSettings } from './run-settings.ts'

const env = { OWN: 'own-key', ANTHROPIC_API_KEY: 'vendors-key' }
const at = (id: string, baseUrl?: string, apiKey?: string): ModelChoice => ({
  id,
  ...(baseUrl && { baseUrl }),
  ...(apiKey && { apiKey }),
})

/** The models that a run would ask, each once, the embedding model last. */
const chosen = (flags: RunFlags): readonly ModelChoice[] => {
  const { model, roles, embedding } = runSettings(flags, env)
  const all = [model, ...Object.values(roles ?? {}).flat(), ...(embedding ? [embedding] : [])]
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}

const a = 'http://a:8000/v1'
const b = 'http://b:8000/v1'
const server: RunFlags = { model: 'openai-compatible/m', baseUrl: a, apiKeyEnv: 'OWN' }
const m = at('openai-compatible/m', a, 'own-key')

describe('base URL and key go to the main model’s provider, and no other', () => {
  test.each<[string, RunFlags, readonly ModelChoice[]]>([
    ['one model', server, [m]],
    ['a fallback of a vendor', { ...server, fallback: ['anthropic/c'] }, [m, at('anthropic/c')]],
    ['embedding of a vendor', { ...server, embedding: 'mistral/e' }, [m, at('mistral/e')]],
    [
      'a planner of the same provider',
      { ...server, planner: 'openai-compatible/p' },
      [m, at('openai-compatible/p', a, 'own-key')],
    ],
    [
      'a planner with a place of its own',
      { ...server, planner: `openai-compatible/p@${b}` },
      [m, at('openai-compatible/p', b)],
    ],
    [
      'another path of the same server',
      { ...server, fallback: ['openai-compatible/f@http://a:8000/v2'] },
      [m, at('openai-compatible/f', 'http://a:8000/v2', 'own-key')],
    ],
    [
      'a pool that goes beyond the server',
      { ...server, fallback: [`openai-compatible/f@${a},${b}`] },
      [m, at('openai-compatible/f', `${a},${b}`)],
    ],
    [
      'the main model’s own place goes before the flag',
      { ...server, model: `openai-compatible/m@${b}`, planner: 'openai-compatible/p' },
      [at('openai-compatible/m', b, 'own-key'), at('openai-compatible/p', b, 'own-key')],
    ],
    [
      'a main model that needs no server',
      { ...server, model: 'practice', fallback: ['openai/g'], embedding: 'openai-compatible/e' },
      [at('practice'), at('openai/g'), at('openai-compatible/e', a, 'own-key')],
    ],
    ['an @ in a name is no place', { model: 'openai-compatible/@cf/x@1' }, [at('openai-compatible/@cf/x@1')]],
  ])('%s', (_, flags, expected) => {
    expect(chosen(flags)).toEqual(expected)
  })

  test('and each server is sent its own key', async () => {
    const sent = new Set<string>()
    const fetch: typeof globalThis.fetch = (input, init) => {
      const headers = new Headers(init?.headers)
      const key = headers.get('x-api-key') ?? headers.get('authorization')
      sent.add(`${new URL(input instanceof Request ? input.url : input).host} ${key}`)
      return Promise.resolve(new Response('{}', { status: 401 }))
    }
    const platform = { ...nodePlatform(() => {}), fetch, keys: createKeys({ env }) }
    const request: ModelRequest = {
      role: 'writer',
      verb: 'draft',
      messages: [{ from: 'user', text: 'x' }],
      maxOutput: 10,
      seed: 1,
      temperature: 1,
    }
    for (const choice of chosen({ ...server, fallback: ['anthropic/c', `openai-compatible/f@${b}`] }))
      await Array.fromAsync(modelOf(platform, choice).model(request, new AbortController().signal))
    expect([...sent]).toEqual(['a:8000 Bearer own-key', 'api.anthropic.com vendors-key', 'b:8000 null'])
  })
})

test('settings are the main model’s, in every role it plays', () => {
  const flags = { model: 'ollama/q', set: ['contextSize=8192'], planner: 'ollama/p', fallback: ['ollama/f'] }
  const q = { id: 'ollama/q', settings: { contextSize: 8192 } }
  expect(runSettings(flags, env)).toEqual({
    model: q,
    approve: 'auto',
    roles: {
      planner: [at('ollama/p'), at('ollama/f')],
      writer: [q, at('ollama/f')],
      reviewer: [q, at('ollama/f')],
    },
  })
})
