import { createORPCClient } from '@orpc/client'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { onTestFinished, vi } from 'vitest'
import type { Client } from '../../../shared/contract.ts'
import type { Pipe } from '../../../renderer/stores/pipe.ts'
import { openPort } from '../../../renderer/stores/port-pipe.ts'
import { shellPort } from '../../../renderer/stores/port.ts'
import { buildDesktopIfStale } from '../../../scripts/desktop-bundle.mjs'
import { buildPageIfStale } from '../../../scripts/web-page.mjs'
import type { machine as aMachine } from './machine.ts'
import type { NodePage } from './node-page.ts'
import type { StandInWindow } from './windows.ts'

type Machine = typeof aMachine

/** How a start is to find its machine. */
export type StartWishes = {
  readonly machine?: Partial<Machine>
  /** What stands behind the program in its arguments. */
  readonly args?: readonly string[]
  /** A home that was started in before; else a fresh one, which goes with the test. */
  readonly home?: string
  /** Shows pages in this browser; else they have no screen, and nothing but the preload runs in them. */
  readonly pagesIn?: Browser
  /** Comes between the loading of the program and the readiness of the machine. */
  readonly before?: () => unknown
}

/** A home for one test. */
export const freshHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'longhand-desktop-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** Puts an empty file somewhere; gives its path. */
export const fileAt = (folder: string, name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

/** A program has its streams to itself; here they outlive it. */
const forgetListeners = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    const before = new Set(stream.listeners('error'))
    onTestFinished(() => {
      const added = stream.listeners('error').filter((each) => !before.has(each))
      for (const each of added) stream.off('error', each as () => void)
    })
  }
}

const soon = <Value>(look: () => Value): Promise<Value> => vi.waitFor(look, { timeout: 15_000, interval: 5 })

/**
 * Runs the real main process on a fresh stand-in, as Electron starts it. It is quit when the test has ended, if it
 * has not been before.
 */
export const launch = async (wishes: StartWishes = {}) => {
  buildPageIfStale(process.execPath)
  buildDesktopIfStale(process.execPath)
  vi.resetModules()
  forgetListeners()
  const home = wishes.home ?? freshHome()
  process.env['LONGHAND_HOME'] = home
  process.env['LONGHAND_PRACTICE_PACE'] = '0'
  process.argv = ['/opt/longhand/longhand', ...(wishes.args ?? [])]
  const standIn = await import('./electron.ts')
  const { machine } = await import('./machine.ts')
  const { becomeReady } = await import('./app.ts')
  const { handlers, answerFor, fetchAs, mayRequest, startDownload } = await import('./session.ts')
  const { preventable } = await import('./events.ts')
  const { StandInPort } = await import('./ports.ts')
  const { showPagesBy } = await import('./contents.ts')
  if (wishes.pagesIn) {
    const { chromiumPages } = await import('./chromium-page.ts')
    showPagesBy(await chromiumPages(wishes.pagesIn))
  }
  Object.assign(machine, wishes.machine)
  await import('../../../electron/shell/main.ts')
  wishes.before?.()
  becomeReady()
  const windows = (): StandInWindow[] => standIn.BrowserWindow.getAllWindows()
  const quit = (): Promise<number> => {
    standIn.app.quit()
    return machine.exit.promise
  }
  onTestFinished(async () => {
    if (standIn.app.listenerCount('before-quit') > 0) await quit()
  })
  return {
    ...standIn,
    machine,
    home,
    handlers,
    answerFor,
    fetchAs,
    mayRequest,
    startDownload,
    preventable,
    StandInPort,
    windows,
    quit,
    /** Resolves when so many windows show their pages. */
    shown: (count: number) =>
      soon(() => {
        const ready = windows().filter(({ webContents }) => webContents.page && webContents.getURL() !== '')
        if (ready.length !== count) throw new Error(`${ready.length} windows, not ${count}`)
        return ready
      }),
  }
}
export type Desktop = Awaited<ReturnType<typeof launch>>

/** Resolves when `look` throws no more. */
export { soon }

/** The first window of a start without a project. */
export const firstWindow = async (desktop: Desktop): Promise<StandInWindow> => {
  const [window] = await desktop.shown(1)
  return window!
}

/** What the preload handed over to the page of a window. */
export const handedTo = (window: StandInWindow): Record<string, unknown> =>
  (window.webContents.page as NodePage).world

/** The app's methods as the page of a window has them: through the real preload and the page's own port. */
export const clientOf = (window: StandInWindow): { readonly client: Client; readonly pipe: Pipe } => {
  const shell = shellPort(handedTo(window))
  if (!shell) throw new Error('the page was handed no port')
  const pipe = openPort(shell)(
    () => {},
    () => {},
  )
  return { client: createORPCClient(pipe.link), pipe }
}

/** Makes a project of a short text through a page; gives its path. */
export const makeProject = async ({ client }: { readonly client: Client }): Promise<string> => {
  const { folder } = await client.projects.known({})
  const text = '# The ferry\n\n## One\n\nIt sails.\n\n## Two\n\nIt waits.\n'
  const { project } = await client.projects.import({ text, name: 'The ferry.md', folder })
  return project
}

/** Chooses a line of the menu by its words. */
export const chooseInMenu = ({ machine }: Desktop, label: string): void => {
  const items = machine.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = items.find((each) => each.label === label)
  if (!item?.click) throw new Error(`the menu has no ${label}`)
  item.click({} as never, undefined, {})
}

/** Hears, in the place of a page, of the commands that its window is sent. */
export const hearCommands = (window: StandInWindow, heard: (id: string) => unknown): void => {
  const shell = shellPort(handedTo(window))
  if (!shell) throw new Error('the page was handed no port')
  shell.onCommand(heard)
}
