import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serverKinds } from '../electron/providers/discovery/server-kinds.ts'
import { startPlace, kinds } from '../electron/providers/discovery/test-places.ts'
import { practiceReply } from './accept/careless.ts'
import { writeGguf } from './gguf/make-gguf.ts'
import { folders, longhand, objectIn } from './run-longhand.ts'
import { startOllama } from './scripted-server/ollama-server.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'

const newFolder = folders()

/** No keys, no servers but those named: whatever the machine has that the tests run on. */
const alone = (home: string, places = '', more: Readonly<Record<string, string>> = {}) => ({
  env: {
    LONGHAND_HOME: home,
    LONGHAND_PLACES: places,
    OPENAI_API_KEY: '',
    ANTHROPIC_API_KEY: '',
    GEMINI_API_KEY: '',
    GOOGLE_API_KEY: '',
    GOOGLE_GENERATIVE_AI_API_KEY: '',
    MISTRAL_API_KEY: '',
    OPENROUTER_API_KEY: '',
    ...more,
  },
})

const startToy = async () => {
  const server = await startOllama({
    models: { 'toy:1b': { trained: 40_960, bytes: 2 ** 30 } },
    reply: 'Yes.',
  })
  onTestFinished(() => server.close())
  return server
}

/** An address at which nothing answers. */
const deadPlace = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address()) as { readonly port: number }
  server.close()
  return `http://127.0.0.1:${port}`
}

const brief =
  '---\ntitle: The Pier\nform: report\nunits: { label: Part, count: 1, words: { min: 5, max: 50 } }\n---\nA pier.\n'

describe('doctor', () => {
  test('says what to do where nothing writes for real', async () => {
    const home = newFolder()
    const { code, out, err } = await longhand(home, ['doctor'], alone(home))
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/^ok +Node 2\d/)
    const kindsThere = ['Ollama', ...serverKinds.map(({ name }) => name)].join(', ')
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(`No model server runs on this computer (${kindsThere}).`)
    expect(out).toContain('There is no key for a vendor of models.')
    expect(out).toContain(`No GGUF file in ${join(home, 'models')}.`)
    expect(out).toMatch(/^ok +GGUF files can be run here, on /mu)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^Nothing that writes for real is ready\. .*, or get one with: longhand models get [\w.-]+$/,
    )
  })

  test('finds a server, and says how to write with it', async () => {
    const home = newFolder()
    const { url } = await startToy()
    const { code, out } = await longhand(home, ['doctor'], alone(home, url))
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      `Ready to write: longhand write brief.md --model ollama/toy:1b --base-url ${url}`,
    ])
    expect(out).toMatch(new RegExp(`^ok +Ollama at ${url} has 1 model\\.$`, 'mu'))
  })

  test('finds a GGUF file, and a server that has nothing', async () => {
    const home = newFolder()
    mkdirSync(join(home, 'models'))
    writeGguf(join(home, 'models', 'tiny.gguf'), { kind: 'bigram' })
    const jan = await startPlace(kinds.Jan)
    const { code, out } = await longhand(home, ['doctor', '--json'], alone(home, jan.url))
    const report = objectIn(out)
    expect([code, report['isReady'], report['ready']]).toEqual([0, true, [{ model: 'llama-cpp/tiny' }]])
    expect(report['checks']).toContainEqual({
      about: 'servers',
      state: 'note',
      says: `Jan at ${jan.url}/v1 has no models.`,
      next: 'Jan wants a key before it names its models. Give it with this base URL.',
    })
  })

  test('names the variable of a key, and never the key', async () => {
    const home = newFolder()
    const key = 'sk-canary-4711-do-not-show'
    const { code, out, err } = await longhand(
      home,
      ['doctor', '--json'],
      alone(home, '', { OPENAI_API_KEY: key }),
    )
    expect([code, objectIn(out)['ready']]).toEqual([0, [{ model: 'openai/NAME' }]])
    expect(out).toContain('There is a key for openai, in OPENAI_API_KEY. It was not tried.')
    expect(out + err).not.toContain('canary')
  })

  test('asks the servers that the team has set, each, and says the command for those that serve', async () => {
    const home = newFolder()
    const [one, two] = [await startPlace(kinds.another), await startPlace(kinds.another)]
    const dead = await deadPlace()
    const pool = `${one.url}/v1 ${dead}/v1 ${two.url}/v1`
    const env = alone(home, '', { LONGHAND_BASE_URL: pool, TEAM_KEY: 'sk-canary-4711' })
    const { code, out, err } = await longhand(home, ['doctor', '--api-key-env', 'TEAM_KEY'], env)
    const lines = out.trimEnd().split('\n')
    const at = lines.findIndex((line) => line.includes(`${one.url}/v1`))
    expect([code, err, lines.slice(at, at + 4)]).toEqual([
      0,
      '',
      [
        `ok    OpenAI-compatible server at ${one.url}/v1 has 1 model: openai-compatible/x.`,
        `no    The server at ${dead}/v1 gives no models.`,
        `      The server at ${URL.parse(dead)?.host} does not answer. Is it running?`,
        `ok    OpenAI-compatible server at ${two.url}/v1 has 1 model: openai-compatible/x.`,
      ],
    ])
    expect(lines.at(-1)).toBe(
      `Ready to write: longhand write brief.md --model openai-compatible/x --base-url ${one.url}/v1,${two.url}/v1 --api-key-env TEAM_KEY`,
    )
    expect(out).not.toContain('canary')
  })

  test('gives a key to the server that it is named with, and to no other', async () => {
    const home = newFolder()
    const closed = await startPlace({ '/v1/models': { status: 401 } })
    const other = await startPlace(kinds.Jan)
    const env = alone(home, other.url, { TEAM_KEY: 'sk-canary-4711' })
    const flags = ['--base-url', `${closed.url}/v1`, '--api-key-env', 'TEAM_KEY', '--json']
    const { code } = await longhand(home, ['doctor', ...flags], env)
    const keys = (asked: typeof closed.asked) => [
      ...new Set(asked.flatMap(({ headers }) => headers.authorization ?? [])),
    ]
    expect([code, keys(closed.asked), keys(other.asked)]).toEqual([1, ['Bearer sk-canary-4711'], []])
  })

  test('complains of a folder that cannot be written', async () => {
    const home = newFolder({ Longhand: 'a file stands in the way' })
    const { out } = await longhand(home, ['doctor', '--json'], alone(home))
    expect(objectIn(out)['checks']).toContainEqual({
      about: 'folder',
      state: 'bad',
      says: `The folder ${join(home, 'Longhand')} for new projects could not be made. Free that name, or make the folder yourself.`,
      next: 'Set LONGHAND_HOME to a folder of your own.',
    })
  })
})

describe('models', () => {
  test('lists the servers of this computer with context and lanes', async () => {
    const home = newFolder()
    const [toy, llama] = [await startToy(), await startPlace(kinds['llama.cpp'])]
    const { code, out } = await longhand(home, ['models', '--json'], alone(home, `${toy.url} ${llama.url}`))
    const { models, found } = objectIn(out)
    expect(code).toBe(0)
    expect(found).toEqual([
      {
        name: 'Ollama',
        provider: 'ollama',
        baseUrl: toy.url,
        models: [{ id: 'ollama/toy:1b', bytes: 2 ** 30, lanes: 1, contextSize: 16_384 }],
      },
      {
        name: 'llama.cpp',
        provider: 'openai-compatible',
        baseUrl: `${llama.url}/v1`,
        models: [{ id: 'openai-compatible/gemma', contextSize: 8192, lanes: 4 }],
      },
    ])
    expect(models).toEqual(expect.arrayContaining(['ollama/toy:1b', 'openai-compatible/gemma', 'practice']))
  })

  test('says the same in words', async () => {
    const home = newFolder()
    const { url } = await startToy()
    const { out } = await longhand(home, ['models'], alone(home, url))
    expect(out.split('\n').slice(0, 2)).toEqual([
      `Ollama on this computer (--base-url ${url})`,
      '  ollama/toy:1b  reads 16,384 tokens, one call at a time, 1.1 GB',
    ])
  })

  test('says in one line what a vendor without a key needs', async () => {
    const home = newFolder()
    const { out } = await longhand(home, ['models'], alone(home))
    expect(out.split('\n').filter((line) => line.startsWith('  Needs a key'))).toEqual([
      '  Needs a key: OPENAI_API_KEY',
      '  Needs a key: ANTHROPIC_API_KEY',
      '  Needs a key: GEMINI_API_KEY or GOOGLE_GENERATIVE_AI_API_KEY or GOOGLE_API_KEY',
      '  Needs a key: MISTRAL_API_KEY',
      '  Needs a key: OPENROUTER_API_KEY',
    ])
    expect(out).not.toContain('wants a key')
  })

  test('of a pool says which servers cannot be used, and lists what the others have', async () => {
    const home = newFolder()
    const [one, two] = [await startPlace(kinds.another), await startPlace(kinds.another)]
    const dead = await deadPlace()
    const flags = ['--base-url', `${one.url}/v1 ${dead}/v1 ${two.url}/v1`]
    const { out } = await longhand(home, ['models', ...flags], alone(home))
    expect(out).toContain(
      `  openai-compatible/x\n  2 of 3 servers can be used. The server at ${URL.parse(dead)?.host} does not answer. Is it running?\n`,
    )
  })
})

test('where the file of a model is not here that the catalogue has, the command that gets it is named', async () => {
  const home = newFolder({ 'pier.md': 'A pier.' })
  const model = 'llama-cpp/qwen2.5-1.5b-instruct-q4_k_m'
  const from = alone(home, '', { npm_lifecycle_event: 'longhand' })
  const { code, err } = await longhand(home, ['write', 'pier.md', '--model', model], from)
  const file = join(home, 'models', 'qwen2.5-1.5b-instruct-q4_k_m.gguf')
  expect([code, err]).toEqual([
    3,
    `There is no file ${file}. Get Qwen2.5 1.5B Instruct (1.1 GB) under Models, or with: npm run -s longhand -- models get qwen2.5-1.5b\n`,
  ])
})

test('the writer reads once that a server of a pool is out', async () => {
  const home = newFolder({ 'pier.md': brief })
  const server = await startScriptedServer({ reply: practiceReply })
  onTestFinished(() => server.close())
  const dead = await deadPlace()
  const flags = ['--model', 'openai-compatible/m', '--base-url', `${dead}/v1 ${server.url}`]
  const { out } = await longhand(home, ['write', 'pier.md', ...flags], alone(home))
  expect(out.split('\n').filter((line) => line.includes('does not answer'))).toEqual([
    `The server at ${URL.parse(dead)?.host} does not answer. Is it running? Going on with the other server; this one is tried again later.`,
  ])
})

test.each<[string, (url: string) => readonly string[], (url: string) => string]>([
  ['at its base URL', (url) => ['--base-url', url], () => ''],
  ['where OLLAMA_HOST says', () => [], (url) => new URL(url).host],
])('a run at Ollama %s takes the context and the lanes that it has', async (_, reach, host) => {
  const home = newFolder({ 'pier.md': brief })
  const server = await startToy()
  const flags = ['--model', 'ollama/toy:1b', ...reach(server.url), '--max-tokens', '9000', '--json']
  const machine = alone(home, '', { OLLAMA_HOST: host(server.url) })
  await longhand(home, ['write', 'pier.md', ...flags], machine)
  expect(server.asked.length).toBeGreaterThan(0)
  expect(new Set(server.asked.map(({ options }) => Object(options).num_ctx))).toEqual(new Set([16_384]))
})
