import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createProject, openProject } from './project.ts'
import { draft, memory, namesIn, sampleProject, testFolder } from './testing/samples.ts'

const clock = { now: Date.now }
const writer = join(import.meta.dirname, 'testing', 'kill-writer.ts')

/** Runs the process until `wait` ms after it is ready, then kills it; gives what it acknowledged, and when it died. */
const killed = async (path: string, task: string, wait: number, meanwhile = () => {}) => {
  const log = `${path}.log`
  writeFileSync(log, '')
  const child = spawn(process.execPath, [writer, path, log, task], { stdio: ['ignore', 'ignore', 'inherit'] })
  const exit = once(child, 'exit')
  while (!readFileSync(log, 'utf8').startsWith('ready') && child.exitCode === null) await pause(5)
  await pause(wait)
  meanwhile()
  const at = Date.now()
  child.kill('SIGKILL')
  await exit
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return { at, lines: lines.map((line) => line.split(' ')) }
}

const count = (parts: readonly string[] | undefined): number => Number(parts?.[1] ?? -1)

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

test('ten kills: no acknowledged put is lost, and at most a second of letters', async () => {
  const path = join(testFolder(), 'harbour.longhand')
  const streaming = draft('s', { standing: 'streaming', text: '' })
  createProject(path, [sampleProject, streaming], clock).close()
  const inUse = () => expect(() => openProject(path, clock)).toThrow(/open already/)
  const long: number[] = []
  for (let n = 0; n < 10; n += 1) {
    const wait = (n % 5 === 1 ? 1_300 : 50) + Math.random() * 250
    const { at, lines } = await killed(path, 'work', wait, n === 0 ? inUse : undefined)
    const lastPut = count(lines.findLast(([what]) => what === 'put'))
    const due = count(lines.findLast(([what, , when]) => what === 'letters' && Number(when) < at - 1_000))
    const project = openProject(path, clock)
    const letters = project.state().live.get('draft:s') ?? ''
    expect(project.state().memory.size).toBeGreaterThan(lastPut)
    expect(letters.length).toBeGreaterThanOrEqual(due)
    expect(alphabet.repeat(letters.length / 26 + 1).startsWith(letters)).toBe(true)
    if (due > 0) long.push(due)
    project.close()
  }
  expect(long).toHaveLength(2)
}, 25_000)

test('a migration killed half-way leaves the file as it was, and a copy beside it', async () => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  const records = [sampleProject, draft('a'), memory('Ann')]
  createProject(path, records, clock).close()
  await killed(path, 'migrate', 0)
  for (const each of [path, join(folder, 'harbour.version-1.longhand')]) {
    const project = openProject(each, clock)
    expect(records.map(({ id }) => project.shelf(id))).toEqual(records)
    project.close()
  }
  expect(namesIn(folder)).toEqual(['harbour.longhand', 'harbour.longhand.log', 'harbour.version-1.longhand'])
})
