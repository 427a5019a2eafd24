import { test as base, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildWhatIsStale, terminalBundle } from '../../scripts/terminal-bundle.mjs'
import { buildPageIfStale } from '../../scripts/web-page.mjs'
import { startDesktopApp, type DesktopApp } from './desktop-app.ts'

/** What a test wants of its host. */
export type HostWishes = {
  /** A project or brief to open, absolute. */
  readonly file?: string
  /** Beside the home folder, which is always a fresh one. */
  readonly env?: Readonly<Record<string, string>>
}

/** A Longhand of its own. */
export type Host = {
  /** The address to open, with its token; another one after a restart. */
  readonly url: () => string
  /** The fresh home folder. */
  readonly home: string
  /** Ends it as the writer does and removes its home. */
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

const inElectron = process.env['HOST'] === 'electron'

/** The desktop app that was started last; its window stands for the page of the test. */
let desktop: DesktopApp | null = null

/** The tests' `test`: with `HOST=electron` its page is the one in the window of the host that was started last. */
export const test = inElectron
  ? base.extend<{ page: Page }>({
      page: async ({ baseURL: _ }, use) => {
        if (desktop === null) throw new Error('No host was started.')
        await use(desktop.page)
      },
    })
  : base

const startDesktopHost = async ({ file, env = {} }: HostWishes): Promise<Host> => {
  const home = mkdtempSync(join(tmpdir(), 'longhand-screen-'))
  const begin = async () => (desktop = await startDesktopApp({ home, file, env }))
  let running = await begin()
  return {
    url: () => running.page.url(),
    home,
    stop: async () => {
      await running.quit()
      rmSync(home, { recursive: true, force: true })
    },
    kill: () => running.kill(),
    restart: async () => {
      running = await begin()
    },
  }
}

const startWebHost = async ({ file, env = {} }: HostWishes): Promise<Host> => {
  buildWhatIsStale(process.execPath)
  buildPageIfStale(process.execPath)
  const home = mkdtempSync(join(tmpdir(), 'longhand-screen-'))
  const begin = async (port: string) => {
    const args = ['--disable-warning=ExperimentalWarning', terminalBundle, 'serve', '--port', port]
    const child = spawn(process.execPath, [...args, ...(file === undefined ? [] : [file])], {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, LONGHAND_HOME: home, LONGHAND_PLACES: '', ...env },
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

/**
 * Starts Longhand with a home of its own: on a free port of this machine, or with `HOST=electron` in a window.
 */
export const startHost = (wishes: HostWishes = {}): Promise<Host> =>
  inElectron ? startDesktopHost(wishes) : startWebHost(wishes)

/** An error nobody caught in a page fails the test. */
const failOnErrors = (page: Page): void => {
  page.on('pageerror', (error) => {
    throw error
  })
}

/** A page of its own, as large as a laptop's screen; in Electron the window that is there. */
export const openPage = async (browser: Browser, url: string): Promise<Page> => {
  if (desktop !== null) {
    failOnErrors(desktop.page)
    return desktop.page
  }
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  failOnErrors(page)
  await page.goto(url)
  return page
}
