import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

/** The package that fetches Electron's runtime, absolute. */
export const electronPackage = join(root, 'node_modules/electron')

const day = 24 * 60 * 60_000

/** How long fetching may take (ms): it is about 120 MB. */
const fetchLimit = 180_000

/** @typedef {{ platform: string, env: NodeJS.ProcessEnv, uid: number | undefined }} Machine */

/** Why no window can be shown on this machine, whatever is installed; else `undefined`. */
export function windowless(/** @type {Machine} */ { platform, env, uid }) {
  if (platform !== 'linux') return undefined
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display'
  if (uid !== 0) return undefined
  return "the window's sandbox does not work for the user root and is never switched off"
}

function readText(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

const versionOf = (/** @type {string} */ folder) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** The program of a runtime that was fetched whole: its name is written last. */
function fetchedProgram(/** @type {string} */ folder) {
  const name = readText(join(folder, 'path.txt'))
  if (!name || readText(join(folder, 'dist/version'))?.replace(/^v/, '') !== versionOf(folder))
    return undefined
  const program = join(folder, 'dist', name)
  return existsSync(program) ? program : undefined
}

/** Fetches the runtime into its package; a failure is written down there, so that `npm ci` forgets it too. */
function fetchProgram(
  /** @type {string} */ folder,
  /** @type {string} */ node,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  const failure = join(folder, 'not-fetched')
  process.stderr.write(
    "Longhand: fetching Electron's runtime for its window, once (120 MB; at most 3 minutes)...\n",
  )
  rmSync(failure, { force: true })
  spawnSync(node, [join(folder, 'install.js')], { stdio: 'ignore', timeout: fetchLimit, env })
  const program = fetchedProgram(folder)
  if (program === undefined) writeFileSync(failure, '')
  return program
}

const failedToday = (/** @type {string} */ folder) => {
  const failed = statSync(join(folder, 'not-fetched'), { throwIfNoEntry: false })
  return failed !== undefined && Date.now() - failed.mtimeMs < day
}

/**
 * The program that runs the desktop app: the one in the folder ELECTRON_OVERRIDE_DIST_PATH names, or the fetched
 * one. A missing one is fetched now, unless that failed within the last day and `insist` is not set.
 * @param {{ folder: string, node: string, env: NodeJS.ProcessEnv, insist: boolean }} wishes `folder` is Electron's
 *   package, `node` the path of a Node 24
 * @returns {{ program: string } | { reason: string }}
 */
export function electronRuntime({ folder, node, env, insist }) {
  const elsewhere = env.ELECTRON_OVERRIDE_DIST_PATH
  if (elsewhere) {
    const program = join(elsewhere, readText(join(folder, 'path.txt')) ?? 'electron')
    return existsSync(program) ? { program } : { reason: `${program} is missing` }
  }
  const program =
    fetchedProgram(folder) ?? (insist || !failedToday(folder) ? fetchProgram(folder, node, env) : undefined)
  if (program !== undefined) return { program }
  return { reason: "Electron's runtime could not be fetched (npm start -- --window tries again)" }
}
