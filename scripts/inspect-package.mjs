import { extractFile, listPackage, statFile } from '@electron/asar'
import { readdirSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { homedir } from 'node:os'
import { join, sep } from 'node:path'
import { readFuses } from './fake-electron.mjs'
import { root } from './runtime.mjs'
import { engineFile } from './server-parts.mjs'

/** The size that app.asar stays below, in bytes. */
const most = 15 * 1024 * 1024

const required = [
  'package.json',
  'desktop/main.mjs',
  'desktop/preload.cjs',
  'desktop/page/index.html',
  'licences/longhand.txt',
  'licences/third-party.txt',
]
const named = /^(?:desktop\/page\/assets\/[\w-]+-[\w-]{8}\.(js|css|woff2)|assets\/samples\/[\w-]+\.md)$/u

/** The keys of the package.json that goes with the app. */
const manifestKeys =
  'author, description, desktopName, license, main, name, private, productName, type, version'

/** The fuses as the app's security needs them. */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

/** @type {readonly (readonly [string, (text: string) => boolean])[]} */
const unwanted = [
  ['a path of this machine', (text) => text.includes(root) || text.includes(join(homedir(), sep))],
  ['a home folder', (text) => /(?:\/home|\/Users|[A-Z]:\\Users)[\\/]\w+[\\/]/u.test(text)],
  ['a source map', (text) => /[#@] sourceMappingURL=/u.test(text)],
  ['a private key', (text) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)],
]

const imported = /^import (?:[^"']* from )?["']([^"']+)["'];?$|\b(?:__)?require\(["']([^"']+)["']\)/gmu

/** A line of a comment: examples in the documentation of a package import nothing. */
const remark = /^\s*\*.*$/gmu

/** What a bundle imports and is not given: a page's preload script gets `electron` alone. */
const strangers = (/** @type {string} */ name, /** @type {string} */ text) =>
  [...text.replaceAll(remark, '').matchAll(imported)]
    .map(([, hoisted, asked]) => hoisted ?? asked ?? '')
    .filter((each) => each !== 'electron' && (name.endsWith('.cjs') || !isBuiltin(each)))

/** The files in an archive, with slashes. */
const filesIn = (/** @type {string} */ archive) =>
  listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .filter((path) => !('files' in statFile(archive, path)))
    .map((path) => path.split(sep).join('/'))

/**
 * What is wrong with the files of an archive, a sentence each.
 * @param {string} archive
 * @param {readonly string[]} packages that its notice has to name
 */
export function faultsOfArchive(archive, packages) {
  const files = filesIn(archive)
  const textOf = (/** @type {string} */ name) =>
    extractFile(archive, name.split('/').join(sep)).toString('utf8')
  const size = statSync(archive).size
  const texts = files.filter((name) => /\.(m?js|cjs|css|html|json|txt)$/u.test(name))
  const keys = Object.keys(JSON.parse(textOf('package.json')))
    .toSorted()
    .join(', ')
  const notice = files.includes('licences/third-party.txt') ? textOf('licences/third-party.txt') : ''
  return [
    ...required.filter((name) => !files.includes(name)).map((name) => `${name} is missing.`),
    ...files
      .filter((name) => !required.includes(name) && !named.test(name))
      .map((name) => `${name} is not expected.`),
    ...(size < most ? [] : [`The archive has ${size} bytes, and the limit is ${most}.`]),
    ...(keys === manifestKeys ? [] : [`package.json holds ${keys}, and not ${manifestKeys}.`]),
    ...texts.flatMap((name) => {
      const text = textOf(name)
      return unwanted.filter(([, found]) => found(text)).map(([what]) => `${name} holds ${what}.`)
    }),
    ...files
      .filter((name) => /^desktop\/[\w.]+$/u.test(name))
      .flatMap((name) => strangers(name, textOf(name)).map((each) => `${name} imports ${each}.`)),
    ...packages
      .filter((name) => !notice.includes(`\n${name} `))
      .map((name) => `The licence of ${name} is missing.`),
  ]
}

/** The size that the process for GGUF files stays below with its packages, in bytes. */
const mostOfEngine = 60 * 1024 * 1024

const notForEngine =
  /cuda|vulkan|gitRelease\.bundle|\/llama\/(?!binaries)|\/(?:cmake-js|yargs|node-addon-api)\/|\.(?:map|[cm]?ts)$/u

/**
 * What is wrong with the process for GGUF files as it lies beside the archive, a sentence each.
 * @param {string} folder
 */
export function faultsOfEngine(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const names = files.map((path) =>
    path
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
  )
  const size = files.reduce((sum, path) => sum + statSync(path).size, 0)
  const binaries = names.filter((name) => name.endsWith('.node'))
  return [
    ...[engineFile, 'node_modules/node-llama-cpp/dist/index.js']
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is missing from the engine.`),
    ...(binaries.length === 1 ? [] : [`The engine has ${binaries.length} binaries, and should have one.`]),
    ...names
      .filter((name) => notForEngine.test(name))
      .map((name) => `${name} is not expected in the engine.`),
    ...(size < mostOfEngine ? [] : [`The engine has ${size} bytes, and the limit is ${mostOfEngine}.`]),
  ]
}

/**
 * The fuses of a packed program that do not stand as they have to, a sentence each.
 * @param {string} program
 */
export function faultsOfFuses(program) {
  const found = readFuses(program)
  return Object.entries(fuses)
    .filter(([name, wanted]) => found[name] !== wanted)
    .map(([name, wanted]) => `The fuse ${name} is not ${wanted ? 'on' : 'off'}.`)
}

/**
 * What the configuration of electron-builder lacks, a sentence each.
 * @param {{ asar?: unknown, fileAssociations?: readonly { ext?: string, mimeType?: string }[],
 *   linux?: { target?: unknown }, appImage?: { executableArgs?: readonly string[] }, mac?: { target?: unknown, hardenedRuntime?: unknown }, win?: { target?: unknown } }} config
 */
export function faultsOfConfig({ asar, fileAssociations, linux, appImage, mac, win }) {
  const targets = [linux, mac, win].map((system) => [system?.target].flat().join(' ')).join(', ')
  const opens = fileAssociations?.some(({ ext, mimeType }) => ext === 'longhand' && mimeType !== undefined)
  return [
    ...(asar === true ? [] : ['The app is not packed as an archive.']),
    ...(opens ? [] : ['Files that end in .longhand do not open the app.']),
    ...(targets === 'AppImage deb tar.gz, dmg zip, nsis' ? [] : [`The formats are ${targets}.`]),
    ...(appImage?.executableArgs?.length === 0 ? [] : ['The AppImage is started with switches.']),
    ...(mac?.hardenedRuntime === true ? [] : ['The runtime is not hardened on macOS.']),
  ]
}
