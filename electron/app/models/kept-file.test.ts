import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'
import { appClient, testHome } from '../testing/app-client.ts'
import { markFile } from './file-mark.ts'
import { namesOf } from './partial-file.ts'
import { entryFor, fileOf, fileServer } from './testing/file-server.ts'

const right = fileOf(200)
const wrong = Buffer.from(right).fill(0, 150)
const noGguf = Buffer.alloc(200)

const kept = async (bytes: Buffer | null, free = 1e12) => {
  const { url, ranges } = await fileServer(right)
  const path = join(testHome(), 'models', 'small.gguf')
  if (bytes) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  const { catalogue } = appClient(testHome(), {
    catalogue: [entryFor(right, url)],
    modelsFolder: () => dirname(path),
    machine: { memory: () => 8 * 2 ** 30, freeBytes: () => Promise.resolve(free) },
  }).client
  const download = async (): Promise<DownloadProgress | undefined> =>
    (await Array.fromAsync(await catalogue.download({ id: 'small' }))).at(-1)
  const look = async () => {
    const [entry] = await catalogue.list({})
    return entry && ([entry.state, entry.trouble ?? ''] as const)
  }
  return { path, ranges, download, look, remove: () => catalogue.remove({ id: 'small' }) }
}

const unchecked = ['paused', expect.stringContaining('Go on to check it.')]
const here = ['here', '']

describe('a file of the right size is here once its checksum was made', () => {
  test('the right one is not fetched again', async () => {
    const { ranges, download, look } = await kept(right)
    expect(await look()).toEqual(unchecked)
    expect(await download()).toEqual({ received: 200, bytes: 200, bytesPerSecond: 0, state: 'here' })
    expect([await look(), ranges]).toEqual([here, []])
  })

  test.each([
    ['other bytes', wrong],
    ['no GGUF', noGguf],
  ])('%s are set aside, and the file is fetched again', async (_, bytes) => {
    const { path, ranges, download, look } = await kept(bytes)
    expect(await look()).toEqual(unchecked)
    expect(await download()).toMatchObject({
      state: 'here',
      trouble: expect.stringMatching(/^small\.gguf was damaged.* set aside as .*small\.gguf\.damaged/u),
    })
    expect([readFileSync(path), readFileSync(namesOf(path).damaged)]).toEqual([right, bytes])
    expect([await look(), ranges]).toEqual([here, [null]])
  })

  test('one that changes after it was fetched is not here, and what was set aside before is kept', async () => {
    const { path, ranges, download, look } = await kept(wrong)
    await download()
    writeFileSync(path, noGguf)
    utimesSync(path, 1, 1)
    expect(await look()).toEqual(unchecked)
    await download()
    expect([readFileSync(path), await look(), ranges]).toEqual([right, here, [null, null]])
    expect(readdirSync(dirname(path)).toSorted()).toEqual([
      'small.gguf',
      'small.gguf.checked.json',
      'small.gguf.damaged',
      'small.gguf.damaged-2',
    ])
  })

  test('one that is known to be damaged stays so without being read again', async () => {
    const { path, look } = await kept(wrong)
    await markFile(path, entryFor(right, 'http://127.0.0.1/').sha256, false)
    expect(await look()).toEqual(['paused', expect.stringContaining('is damaged: its checksum differs.')])
  })

  test('a mark for another checksum says nothing', async () => {
    const { path, look } = await kept(wrong)
    await markFile(path, 'f'.repeat(64), true)
    expect(await look()).toEqual(unchecked)
  })
})

test('a damaged file stays where it is while there is no room for another', async () => {
  const { path, ranges, download } = await kept(wrong, 2 ** 29)
  expect(await download()).toMatchObject({
    state: 'paused',
    trouble: expect.stringContaining('The disk has no room'),
  })
  expect([readFileSync(path), ranges]).toEqual([wrong, []])
})

test('one that was taken away is back with what is known of it', async () => {
  const { path, ranges, download, look, remove } = await kept(null)
  await download()
  await remove()
  expect([existsSync(path), await look()]).toEqual([false, ['none', '']])
  await download()
  expect([await look(), ranges]).toEqual([here, [null]])
})
