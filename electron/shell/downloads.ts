import { app, type Session } from 'electron'
import { basename, extname, join } from 'node:path'
import { pageAddress } from './address.ts'

/** Lets the page save what it made itself, where the writer says in a native dialogue; nothing else is downloaded. */
export const saveDownloads = (session: Session): void => {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${pageAddress}`)) return event.preventDefault()
    const name = basename(item.getFilename())
    const extension = extname(name).slice(1)
    item.setSaveDialogOptions({
      title: 'Export',
      defaultPath: join(app.getPath('documents'), name),
      filters: [
        ...(extension ? [{ name: `.${extension}`, extensions: [extension] }] : []),
        { name: 'All files', extensions: ['*'] },
      ],
    })
  })
}
