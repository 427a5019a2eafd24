import { join } from 'node:path'
import { buildFolder } from './build-folder.mjs'
import { give, root } from './runtime.mjs'
import { isStale } from './terminal-bundle.mjs'

/** The folder of the page that `serve` and the window show, absolute. */
export const webPage = join(root, 'out/web')

const sources = ['renderer', 'shared', 'vite.web.config.ts', 'package-lock.json']

/** Its list of files. */
const manifest = 'manifest.json'

/**
 * Builds the page.
 * @param {string} node path of a Node 24
 * @param {string} [target] the folder it goes to
 * @returns {boolean} whether it was built
 */
export const buildPage = (node, target = webPage) =>
  buildFolder(node, ['--config', 'vite.web.config.ts'], target, [manifest])

/**
 * Builds the page if it has to be built; ends the process with one sentence when that fails.
 * @param {string} node path of a Node 24
 */
export function buildPageIfStale(node) {
  if (!isStale(join(webPage, manifest), sources)) return
  process.stderr.write('Longhand: building its page...\n')
  if (!buildPage(node)) give('The page could not be built: mend what is named above and run it again.')
}
