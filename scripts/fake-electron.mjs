import { createPackage } from '@electron/asar'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

/** What stands before the fuses in Electron's program (documented with the package @electron/fuses). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The fuses in the order of their places, first version of the wire. */
const fuseNames = /** @type {const} */ ([
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
])

/** The state of each fuse as Electron is delivered; the wire begins with its version and its length. */
const wire = Buffer.from([1, fuseNames.length, ...Buffer.from('10110001', 'latin1')])

/**
 * Lays out what electron-builder needs of a Linux runtime, with a program that holds nothing but the fuses: an app
 * can be packed with it, not run.
 * @param {string} folder
 */
export async function makeFakeElectron(folder) {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const empty = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/en-US.pak']
  for (const name of empty) writeFileSync(join(folder, name), '')
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`\0${sentinel}`, 'latin1'), wire, Buffer.alloc(8)]),
  )
  chmodSync(join(folder, 'electron'), 0o755)
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"main":"main.js"}')
  writeFileSync(join(app, 'main.js'), '')
  await createPackage(app, join(folder, 'resources/default_app.asar'))
}

/**
 * The fuses of a program: on, off, or absent where the wire is shorter.
 * @param {string} program
 * @returns {Record<string, boolean>}
 */
export function readFuses(program) {
  const bytes = readFileSync(program)
  const found = bytes.indexOf(sentinel, 0, 'latin1')
  if (found < 0) throw new Error(`${program} has no fuses.`)
  const at = found + sentinel.length
  const states = bytes.subarray(at + 2, at + 2 + Number(bytes[at + 1]))
  return Object.fromEntries(fuseNames.slice(0, states.length).map((name, i) => [name, states[i] === 0x31]))
}
