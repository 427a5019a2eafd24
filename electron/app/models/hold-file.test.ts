import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { holdFile } from './hold-file.ts'

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-hold-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A number that no process has. */
const nobody = 2 ** 22 + 1

/** What one that is no more left: in a folder, as a file, or before it came to write its number. */
const left = {
  'a folder': (lock: string) => {
    mkdirSync(lock)
    writeFileSync(join(lock, `${nobody}-one`), '')
  },
  'a folder of this number': (lock: string) => {
    mkdirSync(lock)
    writeFileSync(join(lock, `${process.pid}-one`), '')
  },
  'an empty folder': (lock: string) => mkdirSync(lock),
  'a file': (lock: string) => writeFileSync(lock, String(nobody)),
  'an empty file': (lock: string) => writeFileSync(lock, ''),
} as const

const tried = (path: string): Promise<string> =>
  holdFile(path).then(
    () => 'held',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test.each(Object.entries(left))('%s that was left is taken over', async (_, leave) => {
  const path = join(folderOf(), 'a.gguf')
  leave(`${path}.part.lock`)
  expect(await tried(path)).toBe('held')
})

test('a file that is held is not held twice, and is free when it was let go', async () => {
  const folder = folderOf()
  const path = join(folder, 'a.gguf')
  const release = await holdFile(path)
  expect(await tried(path)).toBe('file-in-use')
  await release()
  expect(readdirSync(folder)).toEqual([])
  expect(await tried(path)).toBe('held')
})

test('who lets go lets go of its own alone', async () => {
  const path = join(folderOf(), 'a.gguf')
  const release = await holdFile(path)
  rmSync(`${path}.part.lock`, { recursive: true })
  mkdirSync(`${path}.part.lock`)
  writeFileSync(join(`${path}.part.lock`, `${process.ppid}-other`), '')
  await release()
  expect(await tried(path)).toBe('file-in-use')
})

const locks = 100

/** Holds what it can of a folder, one file every ten milliseconds from a moment on; says which; stays until it is ended. */
const program = (folder: string, from: number): string => `
  import { setTimeout } from 'node:timers/promises'
  import { holdFile } from ${JSON.stringify(new URL('./hold-file.ts', import.meta.url).href)}
  const held = []
  for (let n = 0; n < ${locks}; n += 1) {
    const at = ${from} + n * 10
    await setTimeout(Math.max(0, at - Date.now() - 2))
    while (Date.now() < at);
    await holdFile(${JSON.stringify(folder)} + '/' + n + '.gguf').then(() => held.push(n), () => {})
  }
  process.stdout.end(JSON.stringify(held))
  process.stdin.resume()`

test('of two processes that meet where one was left, one holds it', { timeout: 20_000 }, async () => {
  const folder = folderOf()
  const numbers = Array.from({ length: locks }, (_, n) => n)
  for (const n of numbers) left[n % 2 === 0 ? 'a folder' : 'a file'](join(folder, `${n}.gguf.part.lock`))
  const from = Date.now() + 800
  const children = [1, 2].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', program(folder, from)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  const held = await Promise.all(children.map(({ stdout }) => text(stdout)))
  const exits = children.map((child) => once(child, 'exit'))
  for (const { stdin } of children) stdin.end()
  await Promise.all(exits)
  const all = held.flatMap((each) => JSON.parse(each) as readonly number[])
  expect(all.toSorted((a, b) => a - b)).toEqual(numbers)
})
