import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'
import { engineFile } from './server-parts.mjs'
import { withDependencies } from './third-party.mjs'

/** What node-llama-cpp needs for its own commands, or to be built from its source, and never to run. */
const leftOut = new Set(['cmake-js', 'ignore', 'node-addon-api', 'validate-npm-package-name', 'yargs'])

const systems = { linux: 'linux', darwin: 'mac', win32: 'win' }

/**
 * The packages with llama.cpp itself for this system: by processor, and on Apple's own with its graphics. Those for other
 * graphics processors are three to twelve times as large: LONGHAND_GPU names those wanted (vulkan, or cuda,cuda-ext).
 */
function binaries() {
  const { platform, arch } = process
  const system = Object.entries(systems).find(([name]) => name === platform)?.[1] ?? platform
  const own = platform === 'darwin' && arch === 'arm64' ? ['-metal'] : ['']
  const asked = (process.env['LONGHAND_GPU'] ?? '').split(',').filter(Boolean)
  return [...own, ...asked.map((kind) => `-${kind}`)].map(
    (kind) => `node_modules/@node-llama-cpp/${system}-${arch}${kind}`,
  )
}

/** Sources, maps and words about a package, and all of node-llama-cpp but what runs. */
const unneeded =
  /\.(?:map|[cm]?ts|md|flow|tsbuildinfo|gitkeep)$|\/node-llama-cpp\/(?:dist\/cli\/(?!utils)|llama\/(?!binaries)|templates|bins|\.temp)/u

/** The folders of the packages that have to lie beside the process for GGUF files. */
export const enginePackages = () =>
  withDependencies(root, ['node_modules/node-llama-cpp', ...binaries()], leftOut).map(({ folder }) => folder)

/**
 * Lays out the process for GGUF files with the packages that it needs, as files that stay outside the app's archive.
 * @param {string} desktop the folder in which it was built; it is moved from there
 * @param {string} folder where it goes, absolute
 */
export function stageEngine(desktop, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  renameSync(join(desktop, engineFile), join(folder, engineFile))
  for (const place of enginePackages()) {
    const from = join(root, place)
    cpSync(from, join(folder, place), {
      recursive: true,
      filter: (path) => !unneeded.test(path) && !path.slice(from.length).includes('/node_modules'),
    })
  }
}
