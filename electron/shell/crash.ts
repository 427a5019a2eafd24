import type { BrowserWindow } from 'electron'
import { confirm } from './dialogs.ts'

/** Milliseconds that a page may leave its window unanswered, after the system has noticed, before it is ended. */
const grace = 1_000

/** A page that fails so often within these milliseconds is not brought back unasked. */
const mostFailures = 3
const within = 60_000

const question = {
  message: 'This window of Longhand failed three times within a minute.',
  detail: 'What was saved is safe in the project’s file.',
  yes: 'Try again',
  no: 'Close the window',
}

/**
 * Brings a window's page back at once when its process has gone, or when it has hung: it opens what it showed, and the
 * app has all that was saved. After the third failure in a minute the writer is asked.
 */
export const bringBack = (window: BrowserWindow): void => {
  const { webContents } = window
  let failures: readonly number[] = []
  let hanging: ReturnType<typeof setTimeout> | undefined

  const again = (): void => {
    if (!window.isDestroyed()) webContents.reload()
  }
  const ask = async (): Promise<void> => {
    failures = []
    if (await confirm(question, window)) again()
    else if (!window.isDestroyed()) window.destroy()
  }
  webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(hanging)
    if (reason === 'clean-exit') return
    const now = Date.now()
    failures = [...failures.filter((at) => now - at < within), now]
    if (failures.length >= mostFailures) void ask()
    // A page must not be loaded while its process is being taken leave of.
    else setImmediate(again)
  })
  window.on('unresponsive', () => {
    clearTimeout(hanging)
    hanging = setTimeout(() => {
      if (!window.isDestroyed()) webContents.forcefullyCrashRenderer()
    }, grace)
  })
  window.on('responsive', () => clearTimeout(hanging))
  window.on('closed', () => clearTimeout(hanging))
}
