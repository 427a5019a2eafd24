import { shell, type BrowserWindow } from 'electron'
import { confirm } from './dialogs.ts'

const allowed: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:'])
const longest = 2048

/** An address that may be opened outside of Longhand, written out as it will be opened; null for every other. */
const safeExternal = (address: string): string | null => {
  const url = address.length > longest ? null : URL.parse(address)
  if (!url || !allowed.has(url.protocol)) return null
  // What stands before an @ is there to look like a host.
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

let isAsking = false

/**
 * Shows the whole address and opens it if the writer says so. What may not be opened is dropped without a word, and
 * so is a second address while the first is being asked about.
 */
export const offerExternal = async (address: string, window: BrowserWindow | null): Promise<void> => {
  const href = safeExternal(address)
  if (href === null || isAsking) return
  isAsking = true
  try {
    const message = 'Open this address outside of Longhand?'
    if (await confirm({ message, detail: href, yes: 'Open', no: 'Cancel' }, window)) {
      await shell.openExternal(href)
    }
  } finally {
    isAsking = false
  }
}
