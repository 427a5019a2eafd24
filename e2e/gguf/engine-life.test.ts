import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { llamaCpp } from '../../electron/providers/llama-cpp.ts'
import { forkEngine } from '../../electron/providers/llama-cpp/engine-port.ts'
import { createEngine } from '../../electron/providers/llama-cpp/running-engine.ts'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import { engineRoom, requestFor, wholeOf } from './asking.ts'
import { makeAdapter } from './make-adapter.ts'
import { writeGguf } from './make-gguf.ts'

const { folder, platform, ports, ended, events, ask } = engineRoom()
const at = (name: string): string => join(folder, name)
const tiny = 'llama-cpp/tiny'

beforeAll(() => {
  writeGguf(at('tiny.gguf'), { kind: 'random', name: 'Tiny one' })
  writeGguf(at('other.gguf'), { kind: 'random', seed: 3, context: 2048 })
  writeGguf(at('endless.gguf'), { kind: 'bigram', text: 'the sea and the wind and the sea' })
  writeFileSync(at('adapter.gguf'), makeAdapter({ embedding: 64, layers: 2 }))
  writeFileSync(at('wide.gguf'), makeAdapter({ embedding: 96, layers: 2 }))
})

test('only language models are listed, with what is known of them', async () => {
  writeGguf(at('big-00001-of-00002.gguf'), { kind: 'random' })
  writeFileSync(at('big-00002-of-00002.gguf'), 'the rest')
  writeFileSync(at('notes.txt'), 'no model')
  writeFileSync(at('broken.gguf'), 'GGUF')
  const ids = ['big-00001-of-00002', 'endless', 'other', 'tiny'].map((name) => `llama-cpp/${name}`)
  expect(await llamaCpp.list({ id: 'llama-cpp' }, platform)).toEqual(ids)
  const elsewhere = `llama-cpp/${at('other.gguf')}`
  expect(await llamaCpp.list({ id: elsewhere }, platform)).toEqual([elsewhere, ...ids])
  expect(await llamaCpp.describe?.({ id: tiny }, platform)).toEqual({
    name: 'Tiny one',
    bytes: statSync(at('tiny.gguf')).size,
    contextSize: 32_768,
    lanes: 4,
  })
})

/** What is said of a file, by whoever opens it or by the model's last event. */
const trouble = async (id: string, settings = {}): Promise<string> => {
  try {
    const { last } = await ask(id, requestFor('Write.'), settings)
    return last?.type === 'failed'
      ? `${last.failure.code} ${last.failure.scope}: ${last.failure.sentence}`
      : 'none'
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.message : String(error)}`
  }
}

describe('a file that is no model is refused in a sentence that says what to do', () => {
  beforeAll(() => {
    const sound = readFileSync(at('tiny.gguf'))
    writeFileSync(at('empty.gguf'), '')
    copyFileSync(at('tiny.gguf'), at('part-00001-of-00003.gguf'))
    writeFileSync(at('page.gguf'), '<!doctype html><title>Not found</title>')
    writeFileSync(at('half.gguf'), sound.subarray(0, sound.length / 2))
    const deadly = Buffer.from(sound)
    // No attention heads: llama.cpp stops the whole process over that.
    deadly.writeUInt32LE(0, deadly.indexOf('llama.attention.head_count') + 30)
    writeFileSync(at('deadly.gguf'), deadly)
    copyFileSync(at('tiny.gguf'), at('huge.gguf'))
    // No byte of it is written: the file has a hole.
    truncateSync(at('huge.gguf'), 2 ** 42)
  })

  test.each([
    ['missing', /^thrown: There is no file .*missing\.gguf\.$/u],
    ['', /^thrown: The model has no name\.$/u],
    ['empty', /^model-not-found endpoint: The file empty\.gguf is no GGUF file, .* Get it again/u],
    ['page', /^model-not-found endpoint: The file page\.gguf is no GGUF file/u],
    [
      'part-00001-of-00003',
      /^model-not-found .* several files, and part-00002-of-00003\.gguf is missing\. Put/u,
    ],
    ['half', /^model-not-found endpoint: The model half\.gguf cannot be loaded: its file is damaged/u],
    [
      'deadly',
      /^model-not-found endpoint: The process of the model deadly ended while it was loaded: the file is damaged/u,
    ],
    [
      'huge',
      /^model-not-found endpoint: The model huge\.gguf has 4096\.0 GB, and this machine has .* Choose a smaller/u,
    ],
    ['adapter', /^model-not-found endpoint: The file adapter\.gguf holds no language model/u],
  ])('%s', async (name, sentence) => {
    expect(await trouble(`llama-cpp/${name}`)).toMatch(sentence)
  })

  test.each([
    [{ threads: 0 }, /^thrown: A setting of the model cannot be used: threads\.$/u],
    [{ speed: 'fast' }, /^thrown: A setting of the model cannot be used/u],
    [{ adapter: 'missing' }, /^thrown: There is no file/u],
    [
      { adapter: 'endless' },
      /^model-not-found endpoint: The file endless\.gguf holds no adapter\. Choose another/u,
    ],
    [{ adapter: 'wide' }, /^model-not-found endpoint: The adapter wide\.gguf does not fit this model/u],
    [{ draft: 'adapter' }, /^model-not-found endpoint: The file adapter\.gguf holds no language model/u],
  ])('settings %j', async (settings, sentence) => {
    expect(await trouble(tiny, settings)).toMatch(sentence)
  })
})

test('a prompt that the model cannot hold is told so, and costs that attempt alone', async () => {
  const long = requestFor('x'.repeat(4000))
  const { last } = await ask('llama-cpp/other', long)
  expect(last).toMatchObject({ failure: { code: 'reply-too-long', scope: 'attempt' } })
  expect(await ask('llama-cpp/other', requestFor('Write.'))).toMatchObject({ last: { type: 'end' } })
})

test('the context grows with what is asked, as far as the file and the setting say, whatever is made now', async () => {
  const kind = {
    start: forkEngine,
    options: { path: at('tiny.gguf'), gpu: false, lanes: 4, threads: 1 },
    name: 'tiny',
  }
  const engine = createEngine(kind, 60_000)
  const made = async (maxOutput: number) => {
    const request = requestFor('Write.', { maxOutput })
    const { last } = wholeOf(await Array.fromAsync(engine.ask(request, new AbortController().signal)))
    const { contextSize, most } = engine.facts() ?? {}
    return [last?.type, contextSize, most]
  }
  expect([await made(60), await made(9000)]).toEqual([
    ['end', 8192, 32_768],
    ['end', 12_288, 32_768],
  ])
  engine.unload()
})

test.each([
  ['tiny', {}, 32_768],
  ['tiny', { contextSize: 4096 }, 4096],
  ['tiny', { contextSize: 100_000 }, 32_768],
  ['other', {}, 2048],
])(
  '%s with the settings %j is described the same before and after it was tried',
  async (name, set, expected) => {
    const id = `llama-cpp/${name}`
    const described = async () =>
      (await llamaCpp.describe?.({ id, settings: { threads: 1, ...set } }, platform))?.contextSize
    const before = await described()
    await ask(id, requestFor('Write.'), set)
    expect([before, await described()]).toEqual([expected, expected])
  },
)

test('one file in three ways has one process in the end', async () => {
  const first = ports.length
  for (const contextSize of [2048, 3072, 4096]) await ask(tiny, requestFor('Write.'), { contextSize })
  expect(ports.length - first).toBe(3)
  await Promise.all(ended.slice(first, -1))
})

test('a process that dies fails what it was at, and the next call has a new one', async () => {
  const choice = { id: 'llama-cpp/endless', settings: { threads: 1 } }
  const said: AttemptEvent[] = []
  for await (const event of events(choice, requestFor('Write.', { maxOutput: 4000 }))) {
    said.push(event)
    if (said.length === 5) ports.at(-1)?.end()
  }
  expect(wholeOf(said).last).toMatchObject({ failure: { code: 'model-unreachable', scope: 'endpoint' } })
  expect(said.filter(({ type }) => type === 'text').length).toBeGreaterThanOrEqual(5)
  expect(await ask('llama-cpp/endless', requestFor('Write.'))).toMatchObject({ last: { type: 'end' } })
})

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Folders of engines that are no more. */
const leftBehind = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => {
    const [, pid] = /^longhand-engine-(\d+)-/u.exec(name) ?? []
    return pid !== undefined && !isThere(Number(pid))
  })

test('a model that nobody asks is unloaded, and loaded again when it is asked', async () => {
  const settings = { unloadMinutes: 0.001 }
  const first = await ask(tiny, requestFor('Write.'), settings)
  const started = ports.length
  await ended.at(-1)
  expect(leftBehind()).toEqual([])
  const again = await ask(tiny, requestFor('Write.'), settings)
  expect([again.text, ports.length]).toEqual([first.text, started + 1])
})

test('without a place for files nothing is shared, and all is written all the same', async () => {
  const usual = await ask(tiny, requestFor('Write.'))
  const place = tmpdir()
  Object.assign(process.env, { TMPDIR: at('nowhere'), TEMP: at('nowhere') })
  const answers = await Promise.all([1, 2].map(() => ask(tiny, requestFor('Write.'), { unloadMinutes: 1 })))
  Object.assign(process.env, { TMPDIR: place, TEMP: place })
  expect(answers.map(({ text }) => text)).toEqual([usual.text, usual.text])
})

test('an adapter changes what is written, a draft model only how fast', async () => {
  const request = requestFor('Write.', { temperature: 0, maxOutput: 30 })
  const [plain, adapted, drafted] = await Promise.all([
    ask(tiny, request),
    ask(tiny, request, { adapter: 'adapter' }),
    ask(tiny, request, { draft: at('other.gguf') }),
  ])
  expect(plain?.last).toMatchObject({ type: 'end' })
  expect(adapted).toMatchObject({ last: { type: 'end' } })
  expect(adapted?.text).not.toBe(plain?.text)
  expect(drafted?.text).toBe(plain?.text)
})
