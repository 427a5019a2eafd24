import { ipcMain, type WebContents } from 'electron'
import type { App } from '../app/create-app.ts'
import { channels } from './channels.ts'
import { guardedPort } from './guarded-port.ts'
import { windowOf } from './sender.ts'

/** Serves an app to the page of every window, through one port for each; a page's new port ends its old one. */
export const servePorts = (app: Pick<App, 'serve'>, beat?: number): void => {
  const ends = new WeakMap<WebContents, () => void>()
  ipcMain.on(channels.port, (event) => {
    const [main, ...more] = event.ports
    if (windowOf(event) === null || !main || more.length > 0) {
      for (const each of event.ports) each.close()
      return
    }
    const { sender } = event
    if (ends.has(sender)) ends.get(sender)?.()
    else {
      const endLatest = (): void => ends.get(sender)?.()
      sender.on('render-process-gone', endLatest)
      sender.on('destroyed', endLatest)
    }
    const { port, end } = guardedPort(main, beat)
    ends.set(sender, end)
    app.serve(port)
    main.start()
  })
}
