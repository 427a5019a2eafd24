import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { passSignals } from './pass-signals.mjs'

/** What the app prints to standard output, on a line of its own, when its first window can be seen. */
const readyWord = 'longhand-window-ready'

/** How long that may take (ms). A new program can be slow to start where every file of it is looked at first. */
const readyLimit = 60_000

/** How long the last complaints of a program that has ended may be on their way (ms). */
const lastWords = 300

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: string }} End */

/** @returns {Promise<End>} */
const endOf = (/** @type {import('node:child_process').ChildProcess} */ child) =>
  new Promise((resolve) => {
    const closed = once(child, 'close').catch(() => {})
    child.on('error', ({ message }) => resolve({ code: null, signal: null, error: message }))
    child.on('exit', (code, signal) => {
      void Promise.race([closed, wait(lastWords)]).then(() => resolve({ code, signal }))
    })
  })

/**
 * How a program ended, in a few words: by which code, and the last line in which it complained.
 * @param {string} said what it wrote to standard error
 * @param {End} end
 */
export function describeEnd(said, { code, signal, error }) {
  if (error !== undefined) return error
  const lines = said.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/u, '').trim())
  const last = lines.findLast((line) => line !== '' && !/^(at |Node\.js v)/u.test(line))
  const how = signal === null ? `code ${code}` : `signal ${signal}`
  return last === undefined ? how : `${how}: ${last.replace(/[.\s]+$/u, '').slice(0, 200)}`
}

/** Ends a program with all that it has started. */
function kill(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

/**
 * Runs the desktop app and waits until its window can be seen.
 * @param {{ program: string, app: string, files: readonly string[], cwd: string, env: NodeJS.ProcessEnv,
 *   limit?: number }} wishes `app` is a folder with a package.json; `files` are absolute; `limit` is in ms
 * @returns {Promise<{ ended: Promise<number> } | { reason: string }>} `ended` gives the exit code of the app. An
 *   app that ends well before it shows a window has left the files to another that was there already.
 */
export async function openWindow({ program, app, files, cwd, env, limit = readyLimit }) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  const child = spawn(program, [app, ...files], {
    cwd,
    env: { ...rest, LONGHAND_READY: readyWord },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  let told = false
  passSignals(child, () => (told = true))
  let said = ''
  let printed = ''
  const shows = () => printed.split(/\r?\n/u).includes(readyWord)
  child.stderr.setEncoding('utf8').on('data', (text) => {
    if (shows() || env.LONGHAND_DEBUG) process.stderr.write(text)
    else said = (said + text).slice(-8192)
  })
  const shown = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (shows()) return
      printed += text
      if (shows()) resolve('shown')
    })
  })
  const ended = endOf(child)
  const statusOf = (/** @type {End} */ { code, signal }) =>
    code ?? 128 + (signal ? constants.signals[signal] : 0)
  const cancel = new AbortController()
  const late = wait(limit, 'late', cancel)
  const first = await Promise.race([shown, late, ended])
  cancel.abort()
  late.catch(() => {})
  if (first === 'late') {
    kill(child)
    return { reason: `the window did not open within ${limit / 1000} seconds` }
  }
  const end = first === 'shown' ? undefined : await ended
  if (end === undefined || end.code === 0 || told) return { ended: ended.then(statusOf) }
  return { reason: `the window failed to open (${describeEnd(said, end)})` }
}
