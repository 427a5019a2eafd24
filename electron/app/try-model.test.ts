import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import type { Model } from '../providers/provider.ts'
import { tryModel } from './try-model.ts'

const usage = { input: 100, cached: 0, output: 101 }
const prose = 'Snow lay on the pass. The boats went out late.'
const lines = 'Title: The Winter Pass\nWords: about 120'
const object = '{"title": "The Winter Pass", "words": 120}'

/** Says this to each request, 100 tokens in 5 s after the first; `asked` are the requests. */
const saying = (
  reply: (request: ModelRequest, n: number) => string | Extract<ModelEvent, { type: 'failed' }>,
) => {
  const asked: ModelRequest[] = []
  let time = 0
  const model: Model = async function* (request) {
    asked.push(request)
    const said = reply(request, asked.length)
    if (typeof said !== 'string') return yield said
    time += 250
    for (const text of said.match(/[^]{1,24}/gu) ?? []) {
      yield { type: 'text', text }
      time += 5000 / Math.max(1, Math.ceil(said.length / 24) - 1)
    }
    yield { type: 'end', finish: 'stop', usage }
  }
  return { asked, trying: { model, now: () => time, contextSize: async () => 8192 } }
}

test.each<[string, (request: ModelRequest, n: number) => string, 'schema' | 'asked' | 'none', number]>([
  ['gives JSON by its schema', ({ json }) => (json ? object : prose), 'schema', 2],
  [
    'gives JSON amid words, its schema not followed',
    ({ json }) => (json ? `Sure! ${object}` : prose),
    'asked',
    2,
  ],
  [
    'gives JSON in a fence when asked in words',
    ({ json }, n) => (n === 3 && !json ? `\`\`\`json\n${object}\n\`\`\`` : prose),
    'asked',
    3,
  ],
  ['gives lines', () => lines, 'none', 3],
  ['gives JSON that wants mending', () => "{title: 'The Winter Pass', words: 120,}", 'none', 3],
  ['gives JSON only when asked in words', ({ json }, n) => (n === 3 && !json ? object : prose), 'asked', 3],
  ['gives no JSON', () => prose, 'none', 3],
  ['gives JSON of another kind', ({ json }) => (json ? '{"words": "many"}' : prose), 'none', 3],
])('a model that %s', async (_, reply, json, calls) => {
  const { asked, trying } = saying(reply)
  const trial = await tryModel(trying)
  expect([trial.json, asked.length]).toEqual([json, calls])
  expect(asked.every(({ priority }) => priority === 'writer')).toBe(true)
})

test('what is measured', async () => {
  const { trying } = saying(({ json }) => (json ? object : prose))
  const { fit: _, ...trial } = await tryModel(trying)
  expect(trial).toEqual({
    firstTokenMs: 250,
    said: 'Snow lay on the pass.',
    tokensPerSecond: 20,
    contextSize: 8192,
    json: 'schema',
    good: ['planner', 'writer', 'reviewer'],
  })
})

test('where nobody knows the context, the trial goes on', async () => {
  const { trying } = saying(() => prose)
  const contextSize = () => Promise.reject(new AppError('model-unreachable', 'No.'))
  expect((await tryModel({ ...trying, contextSize })).contextSize).toBe(null)
})

test('where the time runs out there is half a result, which says so', async () => {
  const model: Model = async function* ({ json }, signal) {
    if (!json) yield { type: 'text', text: prose }
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  }
  const trial = await tryModel({ model, now: Date.now, contextSize: async () => null, limit: 60 })
  expect(trial).toMatchObject({ said: 'Snow lay on the pass.', json: null, good: ['writer'] })
  expect(trial.fit.planner).toMatch(/^Not known: the time of the trial ran out/)
})

test('one that goes on and on is stopped when enough was heard', async () => {
  let pieces = 0
  const model: Model = async function* (_, signal) {
    for (; !signal.aborted; pieces += 1) yield { type: 'text', text: 'It snowed again. ' }
  }
  const { json } = await tryModel({ model, now: () => pieces, contextSize: async () => null })
  expect([json, pieces < 400]).toEqual(['none', true])
})

test.each<[string, ModelEvent['type'], string]>([
  ['fails', 'failed', 'model-busy'],
  ['says nothing', 'end', 'reply-empty'],
  ['only thinks', 'thinking', 'reply-empty'],
])('one that %s', async (_, type, code) => {
  const failure = { code: 'model-busy', sentence: 'Later.', scope: 'endpoint' } as const
  const model: Model = async function* () {
    if (type === 'thinking') yield { type, text: 'Hm.' }
    yield type === 'failed' ? { type: 'failed', failure } : { type: 'end', finish: 'stop', usage }
  }
  const error = await tryModel({ model, now: () => 0, contextSize: async () => null }).catch(
    (thrown: unknown) => thrown,
  )
  expect(error instanceof AppError && error.code).toBe(code)
})
