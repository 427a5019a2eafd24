import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'
import { appClient, failure, testHome } from '../testing/app-client.ts'
import { createProgress } from './progress.ts'
import { namesOf } from './partial-file.ts'
import { entryFor, fileOf, fileServer, type Plays } from './testing/file-server.ts'

const small = fileOf(200)

const begun = async (plays: Plays = () => false, free = 1e12) => {
  const { url, ranges } = await fileServer(small, plays)
  const folder = join(testHome(), 'models')
  const app = appClient(testHome(), {
    catalogue: [entryFor(small, url)],
    modelsFolder: () => folder,
    machine: { memory: () => 8 * 2 ** 30, freeBytes: () => Promise.resolve(free) },
  })
  const { catalogue } = app.client
  const download = async (): Promise<readonly DownloadProgress[]> =>
    Array.fromAsync(await catalogue.download({ id: 'small' }))
  const look = async () => {
    const [entry] = await catalogue.list({})
    return entry && [entry.state, entry.received]
  }
  return {
    ranges,
    folder,
    path: join(folder, 'small.gguf'),
    catalogue,
    download,
    look,
    models: app.client.models,
  }
}

/** Sends the beginning, and the rest never. */
const halting: Plays = (n, _, response) => {
  if (n > 1) return false
  response.writeHead(200, { 'content-length': '200', etag: '"one"' })
  response.write(small.subarray(0, 120))
  return true
}

test('a file of the catalogue is fetched, listed, and a model by then', async () => {
  const { path, catalogue, download, look, models } = await begun()
  expect(await catalogue.list({})).toEqual([
    {
      ...entryFor(small, expect.any(String) as string),
      contextBytes: undefined,
      thinks: undefined,
      memory: 200 + 1 + 2 ** 29,
      fits: true,
      suggested: true,
      state: 'none',
      received: 0,
      model: 'llama-cpp/small',
    },
  ])
  const told = await download()
  expect(told.at(-1)).toEqual({ received: 200, bytes: 200, bytesPerSecond: 0, state: 'here' })
  expect([readFileSync(path), await look()]).toEqual([small, ['here', 200]])
  expect((await download()).map(({ state }) => state)).toEqual(['here'])
  expect((await models.list({})).find(({ id }) => id === 'llama-cpp')?.models).toEqual([])
})

test('who looks on twice sees one download, and who leaves does not stop it', async () => {
  const { ranges, catalogue, look } = await begun()
  const [first, second] = await Promise.all([
    catalogue.download({ id: 'small' }),
    catalogue.download({ id: 'small' }),
  ])
  await first.return?.()
  expect((await Array.fromAsync(second)).at(-1)?.state).toBe('here')
  expect([ranges, await look()]).toEqual([[null], ['here', 200]])
})

test('held and gone on with', async () => {
  const { ranges, path, catalogue, download, look } = await begun(halting)
  const events = await catalogue.download({ id: 'small' })
  await expect.poll(look).toEqual(['downloading', 120])
  await catalogue.pause({ id: 'small' })
  expect((await Array.fromAsync(events)).at(-1)?.state).toBe('paused')
  expect([await look(), existsSync(namesOf(path).lock)]).toEqual([['paused', 120], false])
  expect((await download()).at(-1)?.state).toBe('here')
  expect(ranges).toEqual([null, 'bytes=120-'])
})

test('what went wrong is told with the state, and forgotten when it goes on', async () => {
  const { catalogue, download, look } = await begun((n, _, response) => {
    if (n === 1) response.writeHead(404).end()
    return n === 1
  })
  const trouble = expect.stringContaining('does not give the file of Small (404)')
  expect((await download()).at(-1)).toMatchObject({ state: 'paused', trouble })
  expect((await catalogue.list({}))[0]).toMatchObject({ state: 'paused', trouble })
  expect([(await download()).at(-1)?.state, await look()]).toEqual(['here', ['here', 200]])
})

test('a file that was taken away is back at once, one that had begun is gone', async () => {
  const { ranges, folder, catalogue, download, look } = await begun(halting)
  await catalogue.download({ id: 'small' })
  await expect.poll(look).toEqual(['downloading', 120])
  await catalogue.remove({ id: 'small' })
  expect([await look(), readdirSync(folder)]).toEqual([['none', 0], []])
  await download()
  await catalogue.remove({ id: 'small' })
  expect(await look()).toEqual(['none', 0])
  expect([(await download()).at(-1)?.state, ranges]).toEqual(['here', [null, null]])
})

describe('what cannot begin', () => {
  test('an unknown model', async () => {
    const { catalogue } = await begun()
    expect(await failure(catalogue.download({ id: 'large' }))).toBe('not-found')
  })
  test('without room on the disk nothing is asked of the server', async () => {
    const { ranges, catalogue } = await begun(() => false, 2 ** 29)
    expect([await failure(catalogue.download({ id: 'small' })), ranges]).toEqual(['file-unwritable', []])
  })
  test('a file of the writer’s own by that name is not touched', async () => {
    const { path, folder, catalogue } = await begun()
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, 'mine')
    expect(await failure(catalogue.download({ id: 'small' }))).toBe('file-exists')
    await catalogue.remove({ id: 'small' })
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
  test.each([
    ['another process that lives', process.ppid, 'file-in-use'],
    ['one that is no more', 2 ** 22 + 1, 'here'],
  ])('a file that is held by %s', async (_, pid, expected) => {
    const { path, folder, catalogue, download } = await begun()
    mkdirSync(folder, { recursive: true })
    writeFileSync(namesOf(path).lock, String(pid))
    const came = await download().then(
      (told) => told.at(-1)?.state,
      () => failure(catalogue.download({ id: 'small' })),
    )
    expect(came).toBe(expected)
  })
})

test('news come four times a second at most, with the speed of the last seconds', async () => {
  let time = 0
  const progress = createProgress(10_000, 0, () => time)
  const told: DownloadProgress[] = []
  const all = (async () => {
    for await (const each of progress.follow()) told.push(each)
  })()
  for (; time < 5_000; time += 10) {
    progress.received(time * 2)
    await Promise.resolve()
  }
  progress.state('here')
  await all
  expect(told.length).toBeLessThanOrEqual(21)
  expect(told.at(-2)?.bytesPerSecond).toBe(2_000)
})

/** The beginning of a GGUF file, of version 3, that says these things of itself. */
const gguf = (facts: Readonly<Record<string, string>>): Buffer => {
  const number = (value: number, bytes: number): Buffer => {
    const made = Buffer.alloc(bytes)
    made.writeUInt32LE(value)
    return made
  }
  const text = (value: string): Buffer => Buffer.concat([number(value.length, 8), Buffer.from(value)])
  const pairs = Object.entries(facts)
  return Buffer.concat([
    Buffer.from('GGUF'),
    number(3, 4),
    number(0, 8),
    number(pairs.length, 8),
    ...pairs.flatMap(([key, value]) => [text(key), number(8, 4), text(value)]),
  ])
}

describe('a file of the writer’s own', () => {
  const llama = gguf({ 'general.architecture': 'llama', 'general.name': 'Mine' })
  const add = async (name: string, bytes: Buffer | string, inFolder = false) => {
    const { folder, catalogue } = await begun()
    const path = join(inFolder ? folder : testHome(), name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    return { folder, path, added: catalogue.addFile({ path }) }
  }
  test.skipIf(process.platform === 'win32')('is linked among the models, and stays where it is', async () => {
    const { folder, path, added } = await add('my model.gguf', llama)
    expect(await added).toEqual({ model: 'llama-cpp/my model' })
    expect(realpathSync(join(folder, 'my model.gguf'))).toBe(realpathSync(path))
  })
  test('has its name where it stands among the models', async () => {
    const { added } = await add('mine.gguf', llama, true)
    expect(await added).toEqual({ model: 'llama-cpp/mine' })
  })
  test('has its path where it is one of several', async () => {
    const { path, added } = await add('mine-00001-of-00002.gguf', llama)
    expect(await added).toEqual({ model: `llama-cpp/${path}` })
  })
  test.each([
    ['a text', 'notes.gguf', 'It was a dark night.'],
    ['an adapter', 'adapter.gguf', gguf({ 'general.architecture': 'llama', 'general.type': 'adapter' })],
    ['the eye of a model', 'eye.gguf', gguf({ 'general.architecture': 'clip' })],
    ['an empty file', 'empty.gguf', ''],
  ])('%s is refused', async (_, name, bytes) => {
    const { folder, added } = await add(name, bytes)
    expect([await failure(added), existsSync(folder)]).toEqual(['file-unreadable', false])
  })
  test('a file that is not there', async () => {
    const { catalogue } = await begun()
    expect(await failure(catalogue.addFile({ path: '/nowhere/x.gguf' }))).toBe('file-missing')
  })
})
