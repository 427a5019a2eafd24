import { app, powerMonitor } from 'electron'
import type { App } from '../app/create-app.ts'
import type { Windows } from './windows.ts'

/** Milliseconds within which runs have to end and projects to close. */
const longest = 10_000

/** Resolves to whether the work was done in time; a failure counts as done, and `bug` hears of it. */
const inTime = async (work: Promise<unknown>, limit: number): Promise<boolean> => {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), limit)
  try {
    return await Promise.race([work.then(() => true), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

const isPreventable = (event: unknown): event is { readonly preventDefault: () => void } =>
  typeof event === 'object' &&
  event !== null &&
  'preventDefault' in event &&
  typeof event.preventDefault === 'function'

/**
 * Quits only when all is saved: pages first send what they have not sent, then runs end and every project is closed
 * with its last commit. It then ends with 0; with 1 where that failed or took too long.
 */
export const quitWhenSaved = (
  longhand: Pick<App, 'close'>,
  windows: Windows,
  bug: (error: unknown) => void,
  limit: number = longest,
): void => {
  let isQuitting = false
  const leave = async (): Promise<void> => {
    try {
      await Promise.all(windows.all().map(windows.close))
      app.exit((await inTime(longhand.close(), limit)) ? 0 : 1)
    } catch (error) {
      bug(error)
      app.exit(1)
    }
  }
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (isQuitting) return
    isQuitting = true
    void leave()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  // The types know nothing of the event, which holds the shutdown up until the app has gone.
  powerMonitor.on('shutdown', (...[event]: readonly unknown[]) => {
    if (isPreventable(event)) event.preventDefault()
    app.quit()
  })
}
