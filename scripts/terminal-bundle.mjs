import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { give, root } from './runtime.mjs'
import { engineFile } from './server-parts.mjs'

/** The bundle that `npm start` runs, absolute. */
export const terminalBundle = join(root, 'out/terminal/main.mjs')

const sources = ['electron', 'shared', 'vite.config.ts', 'package-lock.json']

/**
 * When anything under these paths was last changed (ms), folders included, tests left out.
 * @param {readonly string[]} paths
 * @returns {number}
 */
export function newestChange(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      const entry = statSync(path, { throwIfNoEntry: false })
      if (entry === undefined || /\.test\.tsx?$/.test(path)) return 0
      if (!entry.isDirectory()) return entry.mtimeMs
      return Math.max(entry.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))))
    }),
  )
}

/**
 * Whether something that was built is missing, or older than what it is made of.
 * @param {string} built a file, absolute
 * @param {readonly string[]} from paths in the repository
 */
export function isStale(built, from) {
  const entry = statSync(built, { throwIfNoEntry: false })
  return entry === undefined || entry.mtimeMs < newestChange(from.map((path) => join(root, path)))
}

/**
 * Builds the bundle with Vite beside its place, with the process for GGUF files, and moves it there in one step, dated
 * with the start of the build, so that neither a second build nor an edit made meanwhile is ever taken for what it is not.
 * @param {string} node path of a Node 24
 * @param {string} [target] where the bundle goes
 * @returns {boolean} whether it was built
 */
export function buildTerminal(node, target = terminalBundle) {
  const started = new Date()
  const beside = `${target}.${process.pid}`
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--app', '--outDir', beside, '--logLevel', 'warn']
  const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2] })
  const built = status === 0 && readdirSync(beside).toSorted().join() === `${engineFile},main.mjs`
  if (built) {
    mkdirSync(join(target, '..'), { recursive: true })
    // The program comes last: it is by its date that the two are known to be there.
    renameSync(join(beside, engineFile), join(target, '..', engineFile))
    renameSync(join(beside, 'main.mjs'), target)
    utimesSync(target, started, started)
  }
  rmSync(beside, { recursive: true, force: true })
  return built
}

/**
 * Builds the bundle if it has to be built; ends the process with one sentence when that fails.
 * @param {string} node path of a Node 24
 */
export function buildWhatIsStale(node) {
  if (!isStale(terminalBundle, sources)) return
  if (!existsSync(terminalBundle)) process.stderr.write('Longhand: building...\n')
  if (!buildTerminal(node)) give('Longhand could not be built: mend what is named above and run it again.')
}
