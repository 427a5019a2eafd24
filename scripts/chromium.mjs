import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './runtime.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const require = createRequire(import.meta.url)

/** Flags every headless Chromium is started with: no sandbox (it may run as root), no GPU, no calls home. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function playwrightsOwn() {
  try {
    return require('playwright-core').chromium.executablePath()
  } catch {
    return undefined
  }
}

/**
 * The path of a Chromium on this machine: the one CHROME_PATH names, an installed one, or Playwright's; else
 * `undefined`.
 * @returns {string | undefined}
 */
export function findChromium() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROME_PATH, ...installed, ...elsewhere, playwrightsOwn()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

const attempts = [
  {
    applies: isDebianRoot,
    limit: 200_000,
    command: 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium',
  },
  {
    applies: () => true,
    limit: 60_000,
    command: `"${process.execPath}" "${join(root, 'node_modules/playwright-core/cli.js')}" install chromium`,
  },
]

/**
 * Finds a Chromium or fetches one: Debian's package when root on Debian, else Playwright's.
 * @returns {string} its path; throws one sentence that says what to do when there is none to be had
 */
export function ensureChromium() {
  const found = findChromium()
  if (found !== undefined) return found
  process.stderr.write('Longhand: fetching a Chromium for the browser tests, once...\n')
  for (const { applies, limit, command } of attempts) {
    if (!applies()) continue
    spawnSync(command, {
      shell: true,
      stdio: ['ignore', 'ignore', 2],
      timeout: limit,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const fetched = findChromium()
    if (fetched !== undefined) return fetched
  }
  throw new Error(
    'No Chromium was found or could be fetched: install one, or name it in CHROME_PATH, and run again.',
  )
}
