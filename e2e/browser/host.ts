import type { Browser, Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildWhatIsStale, terminalBundle } from '../../scripts/terminal-bundle.mjs'
import { buildPageIfStale } from '../../scripts/web-page.mjs'

/** What a test wants of its host. */
export type HostWishes = {
  /** A project or brief to open, absolute. */
  readonly file?: string
  /** Beside the home folder, which is always a fresh one. */
  readonly env?: Readonly<Record<string, string>>
}

/** A Longhand of its own, as `longhand serve` starts it. */
export type Host = {
  /** The address to open, with its token; another one after a restart. */
  readonly url: () => string
  /** The fresh home folder. */
  readonly home: string
  /** Ends it as Ctrl-C does and removes its home. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same home and port, after `kill`. */
  readonly restart: () => Promise<void>
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Starts Longhand on a free port of this machine with a home of its own. */
export const startHost = async ({ file, env = {} }: HostWishes = {}): Promise<Host> => {
  buildWhatIsStale(process.execPath)
  buildPageIfStale(process.execPath)
  const home = mkdtempSync(join(tmpdir(), 'longhand-screen-'))
  const begin = async (port: string) => {
    const args = ['--disable-warning=ExperimentalWarning', terminalBundle, 'serve', '--port', port]
    const child = spawn(process.execPath, [...args, ...(file === undefined ? [] : [file])], {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, LONGHAND_HOME: home, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const line = await Promise.race([
      once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
      once(child, 'exit').then(() => null),
    ])
    if (line === null) throw new Error('Longhand ended before it had an address.')
    return { child, url: line }
  }
  // A second try, for the moment in which another check puts a page just built in its place.
  let running = await begin('0').catch(() => begin('0'))
  return {
    url: () => running.url,
    home,
    stop: async () => {
      await end(running.child, 'SIGINT')
      rmSync(home, { recursive: true, force: true })
    },
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      running = await begin(new URL(running.url).port)
    },
  }
}

/** A page of its own, as large as a laptop's screen; an error nobody caught in it fails the test. */
export const openPage = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}
