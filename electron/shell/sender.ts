import { BrowserWindow, type IpcMainEvent } from 'electron'
import { isPage } from './address.ts'

/** The window whose page sent this message; null where it came from a frame within, another page or no window. */
export const windowOf = ({
  sender,
  senderFrame,
}: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): BrowserWindow | null => {
  if (senderFrame === null || senderFrame.parent !== null || !isPage(senderFrame.url)) return null
  return BrowserWindow.fromWebContents(sender)
}
