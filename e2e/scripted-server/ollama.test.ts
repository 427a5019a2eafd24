import { expect, onTestFinished, test } from 'vitest'
import { describeOllama, ollama, openOllama } from '../../electron/providers/ollama.ts'
import { systemPlatform } from '../../electron/providers/system-platform.ts'
import { AppError, explain } from '../../shared/errors.ts'
import type { ModelChoice, ModelRequest } from '../../shared/model.ts'
import { asked, told } from './ask.ts'
import { startOllama } from './ollama-server.ts'
import type { OllamaModel, OllamaScenario } from './ollama-server.ts'

const never = new AbortController().signal
const word = 'harbour '
const small: OllamaModel = { trained: 40_960, bytes: 5_000 }

const start = async (scenario: Partial<OllamaScenario> = {}, model: OllamaModel = small) => {
  const server = await startOllama({ models: { 'toy:1b': model }, reply: 'It lay quiet.', ...scenario })
  onTestFinished(() => server.close())
  const choice = (more: Partial<ModelChoice> = {}): ModelChoice => ({
    id: 'ollama/toy:1b',
    baseUrl: server.url,
    ...more,
  })
  return { ...server, choice }
}

/** A prompt of so many tokens, as the server counts them. */
const prompt = (tokens: number, end = ''): ModelRequest => ({
  ...asked,
  messages: [{ from: 'user', text: word.repeat(tokens / 2).slice(0, tokens * 4 - end.length) + end }],
})

const lastOf = async (events: AsyncIterable<never> | ReturnType<ReturnType<typeof openOllama>>) => {
  const { text, last } = await told(events, [])
  const failure = last?.type === 'failed' ? last.failure : null
  return { text, end: failure ? failure.code : last?.type, sentence: failure?.sentence ?? '' }
}

test('what is sent: the context on every call, nothing cut, nothing shifted', async () => {
  const { choice, asked: sent } = await start()
  const settings = { keepAlive: 5, threads: 3 }
  const json = { type: 'object' }
  await lastOf(openOllama(choice({ settings, context: 8000 }), systemPlatform)({ ...asked, json }, never))
  expect(sent).toEqual([
    {
      model: 'toy:1b',
      messages: [
        { role: 'system', content: 'You write.' },
        { role: 'user', content: 'The brief.\n\nWrite the section.' },
      ],
      stream: true,
      truncate: false,
      shift: false,
      keep_alive: '300s',
      format: json,
      options: { num_ctx: 8000, num_predict: 500, seed: 7, temperature: 0.5, num_thread: 3 },
    },
  ])
})

test('a model that can think is told whether to, and its thoughts are no text', async () => {
  const { choice, asked: sent } = await start({}, { trained: 4096, thinks: true })
  const open = openOllama(choice({ settings: { thinking: true } }), systemPlatform)
  expect((await lastOf(open(asked, never))).text).toBe('It lay quiet.')
  await lastOf(openOllama(choice(), systemPlatform)(asked, never))
  expect(sent.map(({ think }) => think)).toEqual([true, false])
})

test.each<[string, Partial<OllamaScenario>, number | undefined, readonly number[], readonly string[]]>([
  ['fits', { tellsContext: true }, undefined, [12_000], ['end']],
  [
    'fits, on a server that never says its context',
    {},
    undefined,
    [1000, 6000, 12_000],
    ['end', 'end', 'end'],
  ],
  ['is too long, and that is said', { refuses: true, tellsContext: true }, 4096, [5000], ['reply-too-long']],
  ['is cut without a word', { tellsContext: true }, 4096, [4100, 8000], ['reply-too-long', 'reply-too-long']],
  ['is cut by a server that never says its context', {}, 4096, [5000], ['reply-too-long']],
  [
    'is cut, and only what is new is counted',
    { counts: 'fresh' },
    4096,
    [3000, 9000],
    ['end', 'reply-too-long'],
  ],
  ['fits, and only what is new is counted', { counts: 'fresh' }, 8192, [5000, 5000], ['end', 'end']],
  ['fits, and is not counted', { counts: 'nothing' }, 4096, [3000], ['end']],
  ['is far too long, and is not counted', { counts: 'nothing' }, 4096, [8000], ['reply-too-long']],
])('a prompt that %s', async (_, scenario, context, tokens, expected) => {
  const { choice } = await start(scenario)
  const open = openOllama(choice(context === undefined ? {} : { context }), systemPlatform)
  const ends: (string | undefined)[] = []
  const texts: string[] = []
  for (const each of tokens) {
    const { text, end } = await lastOf(open(prompt(each, ` Call ${ends.length}.`), never))
    ends.push(end)
    texts.push(text)
  }
  expect(ends).toEqual(expected)
  expect(texts).toEqual(expected.map((end) => (end === 'end' ? 'It lay quiet.' : '')))
})

test('a server that loads less than was asked is found out at the first line', async () => {
  const { choice } = await start({ tellsContext: true }, { ...small, capped: 4096 })
  const open = openOllama(choice({ context: 16_384 }), systemPlatform)
  const { text, end, sentence } = await lastOf(open(prompt(9000), never))
  expect([text, end, sentence]).toEqual([
    '',
    'reply-too-long',
    'Ollama cut the prompt without a word: “toy:1b” read only a part. Nothing of its reply is used. Give it a larger context in its settings, or choose a model that reads more at once.',
  ])
  expect((await lastOf(open(prompt(2000), never))).end).toBe('end')
})

test.each([5000, 6000])('nor may it keep all it can of %i tokens, and say so', async (tokens) => {
  const { choice } = await start({ tellsContext: true, keepsMost: true }, { ...small, capped: 4096 })
  const open = openOllama(choice({ context: 16_384 }), systemPlatform)
  const { text, end } = await lastOf(open(prompt(tokens), never))
  expect([text, end]).toEqual(['', 'reply-too-long'])
})

test('both ways of being too long say how long it was', async () => {
  const advice = 'Give it a larger context in its settings, or choose a model that reads more at once.'
  const refusing = await start({ refuses: true })
  const cutting = await start({})
  const sentence = async ({ choice }: typeof refusing) =>
    (await lastOf(openOllama(choice({ context: 4096 }), systemPlatform)(prompt(5000), never))).sentence
  expect(await sentence(refusing)).toBe(
    `The prompt has 5,000 tokens, and “toy:1b” reads 4,096 at once at Ollama. ${advice}`,
  )
  expect(await sentence(cutting)).toBe(
    `Ollama cut the prompt without a word: “toy:1b” read 2,050 of about 6,667 tokens. Nothing of its reply is used. ${advice}`,
  )
})

test('a model that has not been pulled', async () => {
  const { choice, url } = await start()
  const other = choice({ id: 'ollama/other' })
  const { host } = new URL(url)
  const expected = `Ollama at ${host} has no model “other”. Get it with: ollama pull other`
  const { end, sentence } = await lastOf(openOllama(other, systemPlatform)(asked, never))
  expect([end, sentence]).toEqual(['model-not-found', expected])
  const error: unknown = await describeOllama(other, systemPlatform).catch((thrown: unknown) => thrown)
  expect(error instanceof AppError && [error.code, explain(error)]).toEqual(['model-not-found', expected])
})

test('a server that repeats the key in the name of a model', async () => {
  const apiKey = 'abcd-1234-wxyz-7890'
  const { choice } = await start({ models: { 'toy:1b': small, [`${apiKey}:1b`]: small } })
  expect(await ollama.list(choice({ apiKey }), systemPlatform)).toEqual(['ollama/toy:1b', 'ollama/…:1b'])
})

test('what it has, and what is known of it', async () => {
  const models = { 'toy:1b': small, 'embed:latest': { trained: 2048, embeds: true } }
  const { choice } = await start({ models })
  expect(await ollama.list(choice(), systemPlatform)).toEqual(['ollama/toy:1b'])
  expect(await describeOllama(choice(), systemPlatform)).toEqual({
    name: 'toy:1b',
    bytes: 5000,
    contextSize: 16_384,
    lanes: 1,
  })
  const bounded = choice({ settings: { contextSize: 100_000 }, baseUrl: `${choice().baseUrl ?? ''}/v1` })
  expect(await describeOllama(bounded, systemPlatform)).toMatchObject({ contextSize: 40_960 })
})
