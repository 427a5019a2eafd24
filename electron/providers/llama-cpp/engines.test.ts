import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ModelRequest } from '../../../shared/model.ts'
import { createEngines } from './engines.ts'
import { goodEngine, testEngine } from './test-engine.ts'
import type { StartEngine } from './engine-port.ts'

const scratch = mkdtempSync(join(tmpdir(), 'engines-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Each of 1000 bytes. */
const files = ['a', 'b', 'c', 'd']
beforeAll(() => {
  for (const name of files) {
    writeFileSync(join(scratch, name), '')
    truncateSync(join(scratch, name), 1000)
  }
})

const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [],
  maxOutput: 9,
  seed: 1,
  temperature: 0,
}

/** Asks for files in this order, each by name and, after a colon, its context; gives the processes that are left. */
const leftAfter = async (asked: readonly string[], memory: number): Promise<readonly string[]> => {
  const left: string[] = []
  const engines = createEngines(memory)
  const attempts = asked.map((name) => {
    const [file = '', contextSize = '512'] = name.split(':')
    const start: StartEngine = (program) => {
      left.push(name)
      const port = testEngine(goodEngine)(program)
      return { ...port, end: () => void left.splice(left.indexOf(name), 1) }
    }
    const options = { path: join(scratch, file), gpu: false, lanes: 1, contextSize: Number(contextSize) }
    return engines.attempt({ kind: { start, options, name: basename(file) }, idleMs: 60_000 })
  })
  for (const attempt of attempts) {
    const events = await Array.fromAsync(attempt(request, new AbortController().signal))
    expect(events.map(({ type }) => type)).toEqual(['text', 'end'])
  }
  return left
}

test.each([
  ['one file in three ways', ['a:512', 'a:1024', 'a:2048'], 8000, ['a:2048']],
  ['the same again', ['a', 'a', 'a'], 8000, ['a']],
  ['files that memory holds', ['a', 'b', 'a'], 4000, ['a', 'b']],
  ['files that memory does not hold', ['a', 'b', 'a'], 3999, ['a']],
  ['the one longest unused goes first', ['a', 'b', 'a', 'c'], 4000, ['a', 'c']],
  ['one for each role', ['a', 'b', 'c', 'd'], 100_000, ['b', 'c', 'd']],
  ['a file that memory does not hold at all', ['a'], 10, ['a']],
])('%s: after %j in %d bytes', async (_, asked, memory, expected) => {
  expect(await leftAfter(asked, memory)).toEqual(expected)
})

test('one that is busy is left alone, and goes when it is idle and another begins', async () => {
  const log: string[] = []
  const engines = createEngines(10)
  const open = (file: string, isGood: boolean) => {
    const start: StartEngine = (program) => {
      log.push(`begin ${file}`)
      const port = testEngine(isGood ? goodEngine : () => undefined)(program)
      return { ...port, end: () => void log.push(`end ${file}`) }
    }
    const options = { path: join(scratch, file), gpu: false, lanes: 1 }
    return engines.attempt({ kind: { start, options, name: file }, idleMs: 60_000 })
  }
  const stop = new AbortController()
  const busy = Array.fromAsync(open('a', false)(request, stop.signal))
  await Array.fromAsync(open('b', true)(request, new AbortController().signal))
  expect(log).toEqual(['begin a', 'begin b'])
  stop.abort()
  await busy
  await Array.fromAsync(open('c', true)(request, new AbortController().signal))
  expect(log).toEqual(['begin a', 'begin b', 'end a', 'end b', 'begin c'])
})
