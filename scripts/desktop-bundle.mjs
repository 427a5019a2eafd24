import { join } from 'node:path'
import { buildFolder } from './build-folder.mjs'
import { give, root } from './runtime.mjs'
import { engineFile } from './server-parts.mjs'
import { isStale } from './terminal-bundle.mjs'

/** The folder of the desktop app's scripts, absolute. */
export const desktopBundle = join(root, 'out/desktop')

const sources = ['electron', 'shared', 'vite.desktop.config.ts', 'package-lock.json']
const main = 'main.mjs'

/**
 * Builds the main process, the preload script and the process for GGUF files.
 * @param {string} node path of a Node 24
 * @param {string} [target] the folder they go to
 * @returns {boolean} whether they were built
 */
export const buildDesktop = (node, target = desktopBundle) =>
  buildFolder(node, ['--app', '--config', 'vite.desktop.config.ts'], target, [
    main,
    'preload.cjs',
    engineFile,
  ])

/**
 * Builds them if they have to be built; ends the process with one sentence when that fails.
 * @param {string} node path of a Node 24
 */
export function buildDesktopIfStale(node) {
  if (!isStale(join(desktopBundle, main), sources)) return
  process.stderr.write('Longhand: building its window...\n')
  if (!buildDesktop(node)) give('The window could not be built: mend what is named above and run it again.')
}
