import { _electron, type Page } from '@playwright/test'
import { once } from 'node:events'
import { buildDesktopIfStale } from '../../scripts/desktop-bundle.mjs'
import { root } from '../../scripts/runtime.mjs'
import { buildPageIfStale } from '../../scripts/web-page.mjs'

/** A Longhand in a window of Electron. */
export type DesktopApp = {
  /** The page of its first window. */
  readonly page: Page
  /** Ends it as its own menu does. */
  readonly quit: () => Promise<void>
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>
}

type Wishes = {
  readonly home: string
  readonly file: string | undefined
  readonly env: Readonly<Record<string, string>>
}

/** Starts Longhand in a window, with all that it keeps below one folder. Needs Electron's runtime and a display. */
export const startDesktopApp = async ({ home, file, env }: Wishes): Promise<DesktopApp> => {
  buildDesktopIfStale(process.execPath)
  buildPageIfStale(process.execPath)
  const outer = Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const app = await _electron.launch({
    args: [root, ...(file === undefined ? [] : [file])],
    cwd: home,
    env: { ...Object.fromEntries(outer), HOME: home, LONGHAND_HOME: home, LONGHAND_PLACES: '', ...env },
    acceptDownloads: true,
    // Playwright would switch it off, and test a window that nobody gets.
    chromiumSandbox: true,
  })
  const child = app.process()
  return {
    page: await app.firstWindow(),
    quit: () => app.close(),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
