import { ipcMain, type WebContents } from 'electron'
import { channels } from './channels.ts'
import { windowOf } from './sender.ts'

/** Commands as they are sent to pages. */
export type PageCommands = {
  /** Sends a command; resolves when the page has carried it out, or after `limit` milliseconds. */
  readonly send: (contents: WebContents, id: string, limit?: number) => Promise<void>
}

const usualLimit = 2_000

/** Sends commands of the palette to pages, and hears when each is done. To be made once. */
export const createPageCommands = (): PageCommands => {
  const waiting = new Map<number, { readonly contents: WebContents; readonly done: () => void }>()
  let last = 0
  ipcMain.on(channels.done, (event, asked: unknown) => {
    const found = typeof asked === 'number' ? waiting.get(asked) : undefined
    if (windowOf(event) !== null && found?.contents === event.sender) found.done()
  })
  return {
    send: (contents, id, limit = usualLimit) => {
      if (contents.isDestroyed() || contents.isCrashed()) return Promise.resolve()
      last += 1
      const number = last
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, limit)
      waiting.set(number, { contents, done: resolve })
      contents.send(channels.command, id, number)
      return promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(number)
      })
    },
  }
}
