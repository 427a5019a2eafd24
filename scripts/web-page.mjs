import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { give, root } from './runtime.mjs'
import { isStale } from './terminal-bundle.mjs'

/** The folder of the page that `serve` shows, absolute. */
export const webPage = join(root, 'out/web')

const sources = ['renderer', 'shared', 'vite.web.config.ts', 'package-lock.json']

/** Its list of files, written last. */
const manifest = 'manifest.json'

/**
 * Builds the page with Vite beside its place and puts it there, dated with the start of the build.
 * @param {string} node path of a Node 24
 * @returns {boolean} whether it was built
 */
export function buildPage(node) {
  const started = new Date()
  const beside = `${webPage}.${process.pid}`
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--config', 'vite.web.config.ts', '--outDir', beside, '--logLevel', 'warn']
  const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2] })
  const built = status === 0 && existsSync(join(beside, manifest))
  if (built) {
    mkdirSync(join(webPage, '..'), { recursive: true })
    utimesSync(join(beside, manifest), started, started)
    rmSync(webPage, { recursive: true, force: true })
    renameSync(beside, webPage)
  }
  rmSync(beside, { recursive: true, force: true })
  return built
}

/**
 * Builds the page if it has to be built; ends the process with one sentence when that fails.
 * @param {string} node path of a Node 24
 */
export function buildPageIfStale(node) {
  if (!isStale(join(webPage, manifest), sources)) return
  process.stderr.write('Longhand: building its page...\n')
  if (!buildPage(node)) give('The page could not be built: mend what is named above and run it again.')
}
