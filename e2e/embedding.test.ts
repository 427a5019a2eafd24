import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { embeddingOf } from '../electron/app/casting.ts'
import { createKeys } from '../electron/app/keys.ts'
import { nodePlatform } from '../electron/app/platform.ts'
import { folders, longhand } from './run-longhand.ts'

const asked = z.object({ model: z.string(), input: z.array(z.string()) })
const words = ['silt', 'ferry', 'market'] as const

/** A server whose vectors count words, which refuses every other key. */
const startServer = async () => {
  const seen: z.infer<typeof asked>[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    if (request.headers.authorization !== 'Bearer good') return response.writeHead(401).end('{}')
    const body = asked.parse(await json(request))
    seen.push(body)
    const data = body.input.map((text, index) => ({
      index,
      object: 'embedding',
      embedding: words.map((word) => text.toLowerCase().split(word).length - 1),
    }))
    response.setHeader('content-type', 'application/json')
    return response.end(
      JSON.stringify({ object: 'list', data, usage: { prompt_tokens: 1, total_tokens: 1 } }),
    )
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  return { baseUrl: `http://127.0.0.1:${Object(server.address()).port}/v1`, seen }
}

const platform = nodePlatform((error) => {
  throw error
})
const { signal } = new AbortController()

describe('a model for vectors', () => {
  test.each([
    ['openai-compatible/words', ''],
    ['openai/words', ''],
    ['mistral/words', ''],
    ['ollama/words', '/v1'],
  ])('%s turns texts into vectors, in order', async (id, cut) => {
    const { baseUrl, seen } = await startServer()
    const choice = { id, baseUrl: baseUrl.slice(0, baseUrl.length - cut.length), apiKey: 'good' }
    const { name, embed } = embeddingOf(platform, choice)
    const made = await embed(['Silt and silt.', 'The ferry.'], signal)
    expect([name, made.map((each) => [...each]), seen]).toEqual([
      id,
      [
        [2, 0, 0],
        [0, 1, 0],
      ],
      [{ model: 'words', input: ['Silt and silt.', 'The ferry.'] }],
    ])
  })

  test.each([
    ['a refused key is said, and not shown', 'sk-canary-1234', /refuses the key/u],
    ['so is a missing one', undefined, /wants a key/u],
  ])('%s', async (_, apiKey, expected) => {
    const { baseUrl } = await startServer()
    const { embed } = embeddingOf(platform, {
      id: 'openai-compatible/words',
      baseUrl,
      ...(apiKey && { apiKey }),
    })
    const said = await embed(['x'], signal).catch((error: unknown) => String(error))
    expect(said).toMatch(expected)
    expect(said).not.toContain('canary')
  })

  test('a provider without such models says which have them', () => {
    expect(() => embeddingOf(platform, { id: 'practice' })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/no models that find passages/u),
        next: 'Choose one of Ollama, OpenAI, Mistral or OpenAI-compatible server.',
      }),
    )
  })

  test('of several servers one that answers is asked, with its key', async () => {
    const { baseUrl, seen } = await startServer()
    const keys = createKeys({ env: {} })
    await keys.give({ place: { baseUrl }, key: 'good', keep: false })
    const pool = { id: 'openai-compatible/words', baseUrl: `http://127.0.0.1:9/v1, ${baseUrl}` }
    const { embed } = embeddingOf({ ...platform, keys }, pool)
    const made = await embed(['The ferry.'], signal)
    expect([made.map((each) => [...each]), seen.length]).toEqual([[[0, 1, 0]], 1])
  })

  test('passages are found by it in a run', async () => {
    const { baseUrl, seen } = await startServer()
    const folder = folders()({
      'brief.md':
        '---\ntitle: Harbour\nform: report\nunits: { label: Part, count: 3, words: { min: 60, max: 90 } }\nrequirements: [{ say: the silt, at: 2 }]\n---\nA report.\n',
      'notes.md': '# Notes\n\nThe silt comes by the ferry to the market.\n',
    })
    const flags = ['--reference', 'notes.md', '--embedding', 'openai-compatible/words']
    const { code, err } = await longhand(
      folder,
      ['write', 'brief.md', ...flags, '--base-url', baseUrl, '--api-key-env', 'VECTOR_KEY'],
      { env: { VECTOR_KEY: 'good' } },
    )
    expect([code === 0 || code === 1, err]).toEqual([true, ''])
    expect(seen.flatMap(({ input }) => input)).toContain('Notes\nThe silt comes by the ferry to the market.')
  })
})
