import { execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const request = {
  role: 'writer',
  verb: 'draft',
  messages: [{ from: 'user', text: 'Write.' }],
  maxOutput: 8,
  seed: 1,
  temperature: 0,
}

/** What it says last: how its reply ended, or why there is none; 'nothing' after a minute. */
const lastWords = (/** @type {string} */ program, /** @type {string} */ path) =>
  new Promise((resolve) => {
    const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    const timer = setTimeout(() => child.kill(), 60_000)
    child.on('message', (/** @type {any} */ { type, failure, event }) => {
      if (type === 'cannot') resolve(failure.sentence)
      else if (event?.type === 'end') resolve('end')
      else if (event?.type === 'failed') resolve(event.failure.sentence)
      else return
      child.kill()
    })
    child.on('exit', () => {
      clearTimeout(timer)
      resolve('nothing')
    })
    child.send({ type: 'open', options: { path, gpu: false, lanes: 1, threads: 1 } })
    child.send({ type: 'ask', call: 1, request })
  })

/**
 * Runs the process for GGUF files where nothing else can be found, on a model made for the purpose; a sentence where it
 * does not answer.
 * @param {string} program its file, absolute
 * @returns {Promise<readonly string[]>}
 */
export async function faultsOfRunning(program) {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-try-'))
  try {
    const path = join(folder, 'tiny.gguf')
    execFileSync(process.execPath, [join(root, 'e2e/gguf/make-gguf.ts'), 'random', path])
    const said = await lastWords(program, path)
    return said === 'end' ? [] : [`The engine does not answer: ${said}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
