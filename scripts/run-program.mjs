import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { passSignals } from './pass-signals.mjs'
import { give, root } from './runtime.mjs'

const guard = new URL('end-with-parent.mjs', import.meta.url).href

/**
 * Runs a program on `node` with this process's arguments, streams and working folder (the one npm was called
 * from), and ends as it ends. The program stands in a process group of its own, so that a signal reaches it from
 * here alone, and once, however it was sent: to npm, to this process, or to all of them by the terminal.
 * @param {string} node
 * @param {string} program
 * @param {readonly string[]} args
 */
export function runProgram(node, program, args) {
  const flags = ['--disable-warning=ExperimentalWarning', `--import=${guard}`]
  const child = spawn(node, [...flags, program, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env },
  })
  passSignals(child)
  if (process.platform !== 'win32') {
    process.on('SIGWINCH', () => child.kill('SIGWINCH'))
    process.on('SIGTSTP', () => {
      child.kill('SIGSTOP')
      process.kill(process.pid, 'SIGSTOP')
    })
    process.on('SIGCONT', () => child.kill('SIGCONT'))
  }
  child.on('error', (error) => give(`Longhand could not be started: ${error.message}.`))
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}
