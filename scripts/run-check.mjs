import { spawn } from 'node:child_process'
import { root } from './runtime.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Kills a check with all that it has started. */
function kill(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

/** Kills every check that is running. */
export function killChecks() {
  for (const child of running) kill(child)
}

/**
 * Runs a command to its end, or kills it after `limit` ms; returns what it printed and whether it ended with 0.
 * @param {string} command
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limit
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCheck(command, env, limit) {
  return new Promise((done) => {
    const child = spawn(command, {
      cwd: root,
      env,
      shell: true,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    const timer = setTimeout(() => {
      output += `\nStopped: it ran longer than ${limit / 1000} s.\n`
      kill(child)
    }, limit)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      done({ ok: code === 0, output })
    })
  })
}
