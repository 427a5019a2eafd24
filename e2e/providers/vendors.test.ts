import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createKeys } from '../../electron/app/keys.ts'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import { providers } from '../../electron/providers/index.ts'
import type { Provider } from '../../electron/providers/provider.ts'
import { AppError, explain } from '../../shared/errors.ts'
import type { ModelChoice, ModelRequest } from '../../shared/model.ts'
import { asked } from '../scripted-server/ask.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import type { LogEntry, Scenario } from '../scripted-server/scripted-server.ts'
import { troubles } from '../scripted-server/trouble.ts'
import { fastPlatform } from './fast-clock.ts'
import { choiceOf, speakers } from './speakers.ts'
import type { Speaker } from './speakers.ts'

const platform = fastPlatform(60)
const never = new AbortController().signal
const reply = 'Twenty letters, yes.'
const key = 'Zq7-very_private'

type Served = { readonly choice: ModelChoice; readonly log: readonly LogEntry[] }

const served = async <T>(
  speaker: Speaker,
  scenario: Partial<Scenario>,
  work: (served: Served) => Promise<T>,
): Promise<T> => {
  const server = await startScriptedServer({ reply: () => reply, key, ...scenario }, speaker.wire)
  try {
    return await work({ choice: choiceOf(speaker, server.url), log: server.log })
  } finally {
    await server.close()
  }
}

const ask = async (
  { provider }: Speaker,
  choice: ModelChoice,
  requests: readonly ModelRequest[],
): Promise<readonly (readonly AttemptEvent[])[]> => {
  const model = provider.open(choice, platform)
  const replies: AttemptEvent[][] = []
  for (const request of requests) replies.push(await Array.fromAsync(model(request, never)))
  return replies
}

/** What a call that goes well comes to, with this many tokens read from the cache. */
const goes = async (
  speaker: Speaker,
  settings: ModelChoice['settings'] = {},
  request = asked,
): Promise<string> =>
  served(speaker, {}, async ({ choice, log }) => {
    const all = { ...choice, settings: { ...choice.settings, ...settings } }
    const [events] = await ask(speaker, all, [request])
    expect(events?.at(-1)).toMatchObject({ type: 'end', finish: 'stop' })
    return log[0]?.body ?? ''
  })

const said = (error: unknown): string =>
  error instanceof AppError ? explain(error) : `a bug: ${String(error)}`

describe.each(speakers)('$name', (speaker) => {
  test('what is sent and what is counted', async () => {
    await served(speaker, {}, async ({ choice, log }) => {
      const [events] = await ask(speaker, choice, [asked])
      expect(events?.at(-1)).toMatchObject({ type: 'end', finish: 'stop', usage: { cached: 0, output: 5 } })
      expect(log[0]?.request).toMatchObject({ model: speaker.model, isStreamed: true })
      const [system, user] = log[0]?.request.messages ?? []
      expect([system?.content, user?.content]).toEqual(['You write.', 'The brief.\n\nWrite the section.'])
    })
  })

  test('what prompts share is counted as cached', async () => {
    await served(speaker, {}, async ({ choice }) => {
      const long = { from: 'user', text: 'y'.repeat(8000), cacheUpTo: true } as const
      const requests = ['One.', 'Two.'].map((text): ModelRequest => ({
        ...asked,
        messages: [long, { from: 'user', text }],
      }))
      const cached = (await ask(speaker, choice, requests)).map((events) => {
        const last = events.at(-1)
        return last?.type === 'end' ? last.usage.cached : -1
      })
      expect(cached).toEqual([0, speaker.lacks?.includes('cache counts') ? 0 : 1920])
    })
  })

  test('a schema is sent, and where it is refused, the call goes on without', async () => {
    const json = {
      type: 'object',
      properties: { word: { type: 'string' } },
      required: ['word'],
      additionalProperties: false,
    }
    const trouble: Scenario['trouble'] = (_, request) =>
      request.json ? troubles.badRequest('No schemas here') : null
    await served(speaker, { trouble }, async ({ choice, log }) => {
      const replies = await ask(speaker, choice, [
        { ...asked, json },
        { ...asked, json },
      ])
      expect(replies.map((events) => events.at(-1)?.type)).toEqual(['end', 'end'])
      expect(log.map(({ request }) => request.json !== undefined)).toEqual([true, false, false])
    })
  })

  // A server that knows no such refusals has nothing to be asked here.
  const refusable = speaker.lacks?.includes('refused settings') ? [] : ['temperature']
  test.each(refusable)('a %s that the model refuses breaks no call, and is not sent again', async () => {
    const trouble: Scenario['trouble'] = (n) =>
      n === 1 ? troubles.badRequest("Unsupported value: 'temperature' does not support 0.5") : null
    await served(speaker, { trouble }, async ({ choice, log }) => {
      const replies = await ask(speaker, choice, [asked, asked])
      expect(replies.map((events) => events.at(-1)?.type)).toEqual(['end', 'end'])
      expect(log.map(({ request }) => request.temperature).slice(1)).toEqual([undefined, undefined])
    })
  })

  test('what the server says of its limits is passed on before anything else', async () => {
    const headers = { 'x-ratelimit-remaining-requests': '3', 'x-ratelimit-reset-requests': '2s' }
    await served(speaker, { trouble: () => ({ name: 'limits', headers }) }, async ({ choice }) => {
      const [events] = await ask(speaker, choice, [asked])
      expect(events?.[0]).toMatchObject({ type: 'limits', limits: { requests: { left: 3 } } })
    })
  })

  test('its models are listed and described, and a wrong key is named without being shown', async () => {
    await served(speaker, { models: ['a', 'b/c'] }, async ({ choice }) => {
      const { provider } = speaker
      expect(await provider.list(choice, platform)).toEqual([`${provider.id}/a`, `${provider.id}/b/c`])
      const described = await provider.describe?.({ ...choice, id: `${provider.id}/a` }, platform)
      expect(described).toMatchObject({ name: expect.stringMatching(/a$/), lanes: provider.lanes })
      const wrong = await provider.list({ ...choice, apiKey: 'Zq7-very_wrong' }, platform).catch(said)
      expect(wrong).toMatch(/^The server at 127\.0\.0\.1:\d+ refuses the key \(401: .*Wrong key: …/)
    })
  })

  test('its settings are a form, and a setting it does not have is named', () => {
    const { settings } = speaker.provider
    const { properties = {} } = settings ? z.toJSONSchema(settings) : {}
    const described = Object.values(properties).every(
      (each) => typeof each === 'object' && each.title && each.description,
    )
    expect([Object.keys(properties).length > 0, described]).toEqual([true, true])
    const choice = { ...choiceOf(speaker, 'http://127.0.0.1:9'), settings: { colour: 'blue' } }
    expect(() => speaker.provider.open(choice, platform)).toThrow('A setting of the model cannot be used')
  })
})

const all: readonly Provider[] = providers

test.each(all.filter(({ keyVariables }) => keyVariables).map((provider) => [provider.id, provider] as const))(
  '%s without a key says which variable would hold it, and sends nothing',
  async (id, provider) => {
    const fetch = () => Promise.reject(new Error('Something was sent'))
    const quiet = { ...platform, fetch }
    const opened = (): string => {
      try {
        provider.open({ id: `${id}/m` }, quiet)
        return 'opened'
      } catch (error) {
        return said(error)
      }
    }
    const expected = `${provider.name} wants a key; nothing was sent. Give your key under Models, or set ${provider.keyVariables?.join(' or ')} and start again.`
    expect(opened()).toBe(expected)
    expect(await provider.list({ id }, quiet).catch(said)).toBe(expected)
  },
)

test('a key in the environment does not go to another address, and the writer is told what would', async () => {
  const keys = createKeys({ env: { OPENAI_API_KEY: 'sk-canary' } })
  const openai = all.find(({ id }) => id === 'openai')
  const told = (baseUrl: string) =>
    openai?.list(keys.complete({ id: 'openai/m', baseUrl }), platform).catch(said)
  const head = 'OpenAI wants a key; nothing was sent. The key in OPENAI_API_KEY goes to'
  expect([await told('http://127.0.0.1:8804/v1'), await told('http://api.openai.com/v1')]).toEqual([
    `${head} api.openai.com alone. For 127.0.0.1:8804 say --api-key-env OPENAI_API_KEY, or give it under Models.`,
    `${head} https://api.openai.com alone. For http://api.openai.com say --api-key-env OPENAI_API_KEY, or give it under Models.`,
  ])
})

const speaker = (name: string): Speaker => {
  const found = speakers.find((each) => each.name === name)
  if (!found) throw new Error(`No speaker ${name}`)
  return found
}

test('Anthropic and OpenRouter are told up to where to cache', async () => {
  const marked = z.object({
    messages: z.array(
      z.object({
        role: z.string(),
        content: z.union([
          z.string(),
          z.array(z.object({ text: z.string(), cache_control: z.unknown().optional() })),
        ]),
      }),
    ),
  })
  const parts = [
    { text: 'The brief.\n\n', cache_control: { type: 'ephemeral' } },
    { text: 'Write the section.' },
  ]
  const sent = async (name: string, settings = {}) =>
    marked.parse(JSON.parse(await goes(speaker(name), settings))).messages.at(-1)?.content
  expect(await sent('openrouter')).toMatchObject(parts)
  expect(await sent('anthropic')).toMatchObject(parts)
  expect(await sent('anthropic', { cache: 'off' })).toMatchObject([
    { text: 'The brief.\n\nWrite the section.' },
  ])
  expect(JSON.stringify(await sent('anthropic', { cache: '1h' }))).toContain('"ttl":"1h"')
})

test('OpenAI and Mistral get one cache key for all prompts that begin alike', async () => {
  const keyed = z.object({ prompt_cache_key: z.string() })
  const other: ModelRequest = {
    ...asked,
    messages: asked.messages.map((message) =>
      message.cacheUpTo ? message : { ...message, text: message.text },
    ),
  }
  const section: ModelRequest = {
    ...asked,
    messages: [...asked.messages.slice(0, -1), { from: 'user', text: 'Write the next section.' }],
  }
  const brief: ModelRequest = {
    ...asked,
    messages: asked.messages.map((message) =>
      message.cacheUpTo ? { ...message, text: 'Another brief.' } : message,
    ),
  }
  for (const name of ['openai', 'openai chat', 'mistral']) {
    const keys: string[] = []
    for (const request of [asked, other, section, brief]) {
      keys.push(keyed.parse(JSON.parse(await goes(speaker(name), {}, request))).prompt_cache_key)
    }
    expect([new Set(keys.slice(0, 3)).size, keys[3] === keys[0]]).toEqual([1, false])
  }
})

test.each([
  ['openai', { reasoningEffort: 'low' }, { reasoning: { effort: 'low', summary: 'auto' }, store: false }],
  ['openai chat', {}, { store: false, max_tokens: 500, temperature: 0.5 }],
  ['anthropic', { thinkingTokens: 2000 }, { thinking: { type: 'enabled', budget_tokens: 2000 } }],
  [
    'google',
    { thinkingTokens: 0 },
    {
      generationConfig: {
        maxOutputTokens: 500,
        thinkingConfig: { thinkingBudget: 0, includeThoughts: false },
      },
    },
  ],
  ['google', {}, { generationConfig: { maxOutputTokens: 8692, thinkingConfig: { includeThoughts: true } } }],
  ['mistral', {}, { random_seed: 7, max_tokens: 500 }],
  [
    'openrouter',
    { reasoningEffort: 'high', keepsNothing: true },
    {
      reasoning: { effort: 'high' },
      provider: { data_collection: 'deny', zdr: true },
      usage: { include: true },
    },
  ],
  ['openai-compatible', { reasoningEffort: 'high' }, { reasoning_effort: 'high' }],
])('%s with %j', async (name, settings, expected) => {
  expect(JSON.parse(await goes(speaker(name), settings))).toMatchObject(expected)
})

test('what a writer forbids stays forbidden when a model refuses its settings', async () => {
  const trouble: Scenario['trouble'] = (n) => (n === 1 ? troubles.badRequest('No temperature here') : null)
  const router = speaker('openrouter')
  await served(router, { trouble }, async ({ choice, log }) => {
    await ask(router, { ...choice, settings: { keepsNothing: true, reasoningEffort: 'low' } }, [asked])
    const bodies = log.map(({ body }): unknown => JSON.parse(body))
    expect(bodies[1]).toMatchObject({ provider: { data_collection: 'deny', zdr: true } })
    expect(bodies[1]).not.toHaveProperty('reasoning')
  })
})
