import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'
import { addressOf, projectAt } from './address.ts'
import { bringBack } from './crash.ts'
import { projectsIn } from './instances.ts'
import { lockedPreferences } from './lock.ts'
import type { PageCommands } from './page-commands.ts'
import type { Places } from './places.ts'
import { sayReady } from './starter.ts'
import { paperNow } from './theme.ts'

/** The windows of Longhand. */
export type Windows = {
  readonly all: () => readonly BrowserWindow[]
  /** The window in use, or else any. */
  readonly current: () => BrowserWindow | null
  /** Opens a further window, on a project or on the first screen. */
  readonly open: (project: string | null) => BrowserWindow
  /** Shows a project: in the window that has it, else in one on the first screen, else in a further one. */
  readonly show: (project: string) => void
  /** Brings a window to the front. */
  readonly raise: (window: BrowserWindow) => void
  /** Lets a page save what it has not saved, then closes its window. */
  readonly close: (window: BrowserWindow) => Promise<void>
}

/** Where windows are on their way to, until they are there. */
const wanted = new WeakMap<BrowserWindow, string | null>()

/** The project that a window shows, or is about to show; null on the first screen. */
export const projectOf = (window: BrowserWindow): string | null =>
  wanted.get(window) ?? projectAt(window.webContents.getURL())

const load = (window: BrowserWindow, project: string | null): void => {
  wanted.set(window, project)
  const arrive = (): void => {
    if (wanted.get(window) === project) wanted.delete(window)
  }
  // A load that is overtaken by another one fails; the page itself always can be loaded.
  window.loadURL(addressOf(project)).then(arrive, arrive)
}

const raise = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tells the system which project a window shows, for its list of recent documents. */
const followProject = (window: BrowserWindow): void => {
  window.webContents.on('did-navigate-in-page', () => noteProject(window))
  window.webContents.on('did-finish-load', () => noteProject(window))
}

const noteProject = (window: BrowserWindow): void => {
  const project = projectOf(window)
  const [known] = projectsIn([project])
  if (process.platform === 'darwin') window.setRepresentedFilename(known ?? '')
  if (known !== undefined) app.addRecentDocument(known)
}

/** What a window is made with. */
const windowOptions = (place: ReturnType<Places['next']>) => {
  const { isMaximized: _, ...bounds } = place
  return {
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Longhand',
    backgroundColor: paperNow(),
    webPreferences: {
      ...lockedPreferences,
      preload: join(import.meta.dirname, 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  }
}

/** The windows of this start, none yet. */
export const createWindows = (places: Places, commands: PageCommands): Windows => {
  const closing = new WeakMap<BrowserWindow, Promise<void>>()
  const all = (): readonly BrowserWindow[] => BrowserWindow.getAllWindows()
  const current = (): BrowserWindow | null => BrowserWindow.getFocusedWindow() ?? all()[0] ?? null
  const closeNow = async (window: BrowserWindow): Promise<void> => {
    const noted = places.note(window)
    await commands.send(window.webContents, 'settle')
    await noted
    if (!window.isDestroyed()) window.destroy()
  }
  const close = (window: BrowserWindow): Promise<void> => {
    const closed = closing.get(window) ?? closeNow(window)
    closing.set(window, closed)
    return closed
  }
  const open = (project: string | null): BrowserWindow => {
    const place = places.next(all().length)
    const window = new BrowserWindow(windowOptions(place))
    places.follow(window)
    bringBack(window)
    followProject(window)
    // The page has sent what it had before it asked to be kept.
    window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
    window.once('ready-to-show', () => {
      if (place.isMaximized) window.maximize()
      window.show()
      sayReady()
    })
    // Windows ends its session without asking the app to quit: what a page has not sent is sent now.
    window.on('query-session-end', () => void commands.send(window.webContents, 'settle'))
    window.on('close', (event) => {
      event.preventDefault()
      void close(window)
    })
    load(window, project)
    return window
  }
  const show = (project: string): void => {
    const having = all().find((window) => projectOf(window) === project)
    const free = having ?? all().find((window) => projectOf(window) === null)
    if (!having && free) load(free, project)
    if (free) raise(free)
    else open(project)
  }
  return { all, current, open, show, raise, close }
}
