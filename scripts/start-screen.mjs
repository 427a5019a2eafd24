import { electronRuntime, windowless } from './electron-runtime.mjs'
import { openWindow } from './open-window.mjs'
import { runProgram } from './run-program.mjs'

/**
 * What was asked to be shown; `browser` wants no window, `insist` wants its runtime fetched even if that has failed.
 * @typedef {{ file?: string, browser: boolean, insist: boolean }} Request
 *
 * @typedef {{ node: string, machine: import('./electron-runtime.mjs').Machine, cwd: string, electron: string,
 *   app: string, terminal: string, build: () => void, limit?: number }} Means `electron` is the folder of its
 *   package, `app` the folder it runs, `terminal` the program with the browser host; `build` builds the window
 */

/**
 * Reads the arguments of `npm start`; `undefined` where they are a command of the terminal program.
 * @param {readonly string[]} args
 * @returns {Request | undefined}
 */
export function screenRequest(args) {
  const [file, ...more] = args.filter((each) => each !== '--browser' && each !== '--window')
  if (more.length > 0 || (file !== undefined && (file.startsWith('-') || !/\.longhand$/iu.test(file)))) {
    return undefined
  }
  const flags = { browser: args.includes('--browser'), insist: args.includes('--window') }
  return file === undefined ? flags : { ...flags, file }
}

/** Opens the window, or says why there is none. */
async function tryWindow(/** @type {Request} */ { file, insist }, /** @type {Means} */ means) {
  const { node, machine, cwd, electron, app, build, limit } = means
  const { env } = machine
  const reason = windowless(machine)
  if (reason !== undefined) return { reason }
  const runtime = electronRuntime({ folder: electron, node, env, insist })
  if ('reason' in runtime) return runtime
  build()
  const files = file === undefined ? [] : [file]
  const limited = limit === undefined ? {} : { limit }
  return openWindow({ program: runtime.program, app, files, cwd, env, ...limited })
}

/**
 * Shows Longhand in its window until that is closed; where there can be none, says why in one sentence and serves
 * it to a browser. Ends this process.
 * @param {Request} request its file is absolute
 * @param {Means} means
 */
export async function startScreen(request, means) {
  if (!request.browser) {
    const outcome = await tryWindow(request, means)
    if ('ended' in outcome) process.exit(await outcome.ended)
    process.stderr.write(`Longhand is shown in the browser, because ${outcome.reason}.\n`)
  }
  const files = request.file === undefined ? [] : [request.file]
  runProgram(means.node, means.terminal, ['serve', ...files, '--open'])
}
