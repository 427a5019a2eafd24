import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startPlace, kinds } from '../electron/providers/discovery/test-places.ts'
import { writeGguf } from './gguf/make-gguf.ts'
import { folders, longhand, objectIn } from './run-longhand.ts'
import { startOllama } from './scripted-server/ollama-server.ts'

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

describe('doctor', () => {
  test('says what to do where nothing writes for real', async () => {
    const home = newFolder()
    const { code, out, err } = await longhand(home, ['doctor'], alone(home))
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/^ok +Node 2\d/)
    expect(out).toContain('No model server runs on this computer')
    expect(out).toContain('There is no key for a vendor of models.')
    expect(out).toContain(`No GGUF file in ${join(home, 'models')}.`)
    expect(out).toMatch(/^ok +GGUF files can be run here, on /mu)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^Nothing that writes for real is ready\. Get a GGUF model/,
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
      '  ollama/toy:1b  reads 16,384 tokens, one call at a time, 1.0 GB',
    ])
  })
})

test('a run at Ollama takes the context and the lanes that it has', async () => {
  const brief =
    '---\ntitle: The Pier\nform: report\nunits: { label: Part, count: 1, words: { min: 5, max: 50 } }\n---\nA pier.\n'
  const home = newFolder({ 'pier.md': brief })
  const server = await startToy()
  const flags = ['--model', 'ollama/toy:1b', '--base-url', server.url, '--max-tokens', '9000', '--json']
  await longhand(home, ['write', 'pier.md', ...flags], alone(home))
  expect(server.asked.length).toBeGreaterThan(0)
  expect(new Set(server.asked.map(({ options }) => Object(options).num_ctx))).toEqual(new Set([16_384]))
})
