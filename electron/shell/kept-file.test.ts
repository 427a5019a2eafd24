import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { keptFile } from './kept-file.ts'

const names = z.array(z.string()).readonly().catch([])

const fileOf = () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'below/names.json')
  return { file: keptFile(path, names), again: keptFile(path, names) }
}

test('what is changed at once is changed one after another, and none is lost', async () => {
  const { file, again } = fileOf()
  const added = ['a', 'b', 'c', 'd']
  await Promise.all([
    file.write(['first']),
    ...added.map((name, i) =>
      file.change(async (value) => {
        await new Promise((done) => setTimeout(done, 5 * (added.length - i)))
        return [...value, name]
      }),
    ),
  ])
  expect(await again.read()).toEqual(['first', ...added])
})

test('a change that fails changes nothing, and those after it are made', async () => {
  const { file } = fileOf()
  await file.write(['first'])
  const failing = file.change(() => Promise.reject(new Error('locked')))
  const next = file.change((value) => [...value, 'next'])
  await expect(failing).rejects.toThrow('locked')
  await next
  expect(await file.read()).toEqual(['first', 'next'])
})
