import { expect, test } from 'vitest'
import { openCompatible, openaiCompatible } from '../../electron/providers/openai-compatible.ts'
import { systemPlatform } from '../../electron/providers/system-platform.ts'
import { AppError, explain } from '../../shared/errors.ts'
import { ask, asked, told } from './ask.ts'
import { mostAtOnce, startScriptedServer } from './scripted-server.ts'
import type { Scenario, ScriptedServer } from './scripted-server.ts'
import { troubles } from './trouble.ts'

const served = async <T>(scenario: Scenario, work: (server: ScriptedServer) => Promise<T>): Promise<T> => {
  const server = await startScriptedServer(scenario)
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

const open = (server: ScriptedServer) =>
  openCompatible({ id: 'openai-compatible/m', baseUrl: server.url }, systemPlatform)

const never = new AbortController().signal

test('what is sent, what is counted, what is logged', async () => {
  const json = { type: 'object', properties: {}, additionalProperties: false }
  const said = await ask({ reply: () => 'Twenty letters, yes.', key: 'sk-test' }, { ...asked, json })
  expect(said.last).toEqual({ type: 'end', finish: 'stop', usage: { input: 14, cached: 0, output: 5 } })
  expect(said.log[0]).toMatchObject({
    n: 1,
    headers: { authorization: 'Bearer sk-test' },
    request: {
      model: 'm',
      messages: [
        { role: 'system', content: 'You write.' },
        { role: 'user', content: 'The brief.\n\nWrite the section.' },
      ],
      isStreamed: true,
      wantsUsage: true,
      seed: 7,
      temperature: 0.5,
      maxTokens: 500,
      json,
    },
    trouble: null,
    ending: 'done',
    firstByteAt: expect.any(Number),
    lastByteAt: expect.any(Number),
  })
})

test('a reply ends at the bound that was asked, and says so', async () => {
  const said = await ask({ reply: () => 'x'.repeat(100) }, { ...asked, maxOutput: 10 })
  expect([said.text.length, said.last]).toMatchObject([40, { type: 'end', finish: 'length' }])
})

test('thinking comes apart from the text', async () => {
  const said = await ask({ reply: () => 'Yes.', trouble: () => troubles.thinking('Hm.') })
  expect([said.thinking, said.text]).toEqual(['Hm.', 'Yes.'])
})

test('a server without JSON schemas is asked once more without, and from then on without', () =>
  served(
    { reply: () => '{}', trouble: (_, { json }) => (json ? troubles.badRequest('No schemas here') : null) },
    async (server) => {
      const model = open(server)
      const request = { ...asked, json: { type: 'object' } }
      const texts = [await told(model(request, never), []), await told(model(request, never), [])]
      expect(texts.map(({ text }) => text)).toEqual(['{}', '{}'])
      expect(server.log.map((entry) => entry.request.json !== undefined)).toEqual([true, false, false])
    },
  ))

test('the beginning that prompts share is counted as cached, in blocks of 128 tokens from 1,024 on', () =>
  served({ reply: () => 'Yes.' }, async (server) => {
    const model = open(server)
    const cached: number[] = []
    for (const length of [8000, 8000, 2000]) {
      const messages = [{ from: 'user', text: `${'y'.repeat(length)} ${length}` }] as const
      const { last } = await told(model({ ...asked, messages }, never), [])
      cached.push(last?.type === 'end' ? last.usage.cached : -1)
    }
    expect(cached).toEqual([0, 1920, 0])
  }))

test('the pace is kept and lanes can be counted', () =>
  served({ reply: () => 'x'.repeat(80), pace: { firstTokenMs: 40, tokenMs: 2 } }, async (server) => {
    const model = open(server)
    const start = performance.now()
    await Promise.all([1, 2, 3].map(() => told(model(asked, never), [])))
    const took = performance.now() - start
    expect([mostAtOnce(server.log), took >= 70]).toEqual([3, true])
  }))

test('the list of models', () =>
  served({ reply: () => '', models: ['a', 'b/c'], key: 'sk-right-one' }, async ({ url }) => {
    const list = async (baseUrl: string, apiKey = 'sk-right-one'): Promise<unknown> => {
      try {
        return await openaiCompatible.list({ id: 'openai-compatible', baseUrl, apiKey }, systemPlatform)
      } catch (error) {
        return error instanceof AppError ? explain(error).replaceAll(new URL(url).host, 'HOST') : error
      }
    }
    expect(await list(url)).toEqual(['openai-compatible/a', 'openai-compatible/b/c'])
    expect(await list(url, 'sk-wrong-one')).toBe(
      'The server at HOST refuses the key (401: “Wrong key: … · error”). Check that the key belongs to this server.',
    )
    expect(await list(`${url}/v2`)).toBe(
      'The server at HOST gives no list of models. Check the base URL, which often ends in /v1.',
    )
    expect(await list('http://127.0.0.1:9')).toBe(
      'The server at 127.0.0.1:9 does not answer (bad port). Is it running?',
    )
  }))
