import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { engineProgram } from '../../electron/providers/llama-cpp/engine-port.ts'
import { createEngine } from '../../electron/providers/llama-cpp/running-engine.ts'
import { startModelProcess } from '../../electron/shell/model-process.ts'
import { requestFor, wholeOf } from '../gguf/asking.ts'
import { writeGguf } from '../gguf/make-gguf.ts'
import { machine } from './stand-in/machine.ts'

const scratch = mkdtempSync(join(tmpdir(), 'model-process-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const answer = async () => {
  const options = { path: join(scratch, 'tiny.gguf'), gpu: false, lanes: 1, threads: 1 }
  const engine = createEngine({ start: startModelProcess, options, name: 'tiny' }, 60_000)
  const events = await Array.fromAsync(engine.ask(requestFor('Write.'), new AbortController().signal))
  engine.unload()
  return wholeOf(events).last
}

test('a GGUF file is run in a process of Electron’s own', async () => {
  writeGguf(join(scratch, 'tiny.gguf'), { kind: 'random' })
  expect(await answer()).toMatchObject({ type: 'end', finish: 'length' })
})

test('packed, its program is taken from beside the archive', async () => {
  const failure = { code: 'model-not-found', sentence: 'I am the packed one.', scope: 'endpoint' }
  mkdirSync(join(scratch, 'engine'))
  writeFileSync(
    join(scratch, 'engine', basename(engineProgram)),
    `process.on('message', () => process.send(${JSON.stringify({ type: 'cannot', failure })}))`,
  )
  const own = Object.getOwnPropertyDescriptor(process, 'resourcesPath') ?? { value: undefined }
  machine.isPackaged = true
  Object.defineProperty(process, 'resourcesPath', { value: scratch, configurable: true })
  try {
    expect(await answer()).toEqual({ type: 'failed', failure })
  } finally {
    machine.isPackaged = false
    Object.defineProperty(process, 'resourcesPath', { ...own, configurable: true })
  }
})
