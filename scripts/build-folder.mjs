import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

/**
 * Builds a folder with Vite beside its place and puts it there, dated with the start of the build.
 * @param {string} node path of a Node 24
 * @param {readonly string[]} args for `vite build`
 * @param {string} target where the folder goes, absolute
 * @param {readonly string[]} wanted files without which it was not built; the first one carries the date
 * @returns {boolean} whether it was built
 */
export function buildFolder(node, args, target, wanted) {
  const started = new Date()
  const beside = `${target}.${process.pid}`
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const all = [vite, 'build', ...args, '--outDir', beside, '--logLevel', 'warn']
  const { status } = spawnSync(node, all, { cwd: root, stdio: ['ignore', 2, 2] })
  const [dated = ''] = wanted
  const built = status === 0 && wanted.every((name) => existsSync(join(beside, name)))
  if (built) {
    mkdirSync(join(target, '..'), { recursive: true })
    utimesSync(join(beside, dated), started, started)
    rmSync(target, { recursive: true, force: true })
    renameSync(beside, target)
  }
  rmSync(beside, { recursive: true, force: true })
  return built
}
