import type { Session, WebContents, WebPreferences } from 'electron'
import { host, scheme } from './address.ts'

/** What every window is made with. Most of it is Electron's default, said here so that no default can change it. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  // The page asks nothing by alert or prompt, with which one that was taken over could hold its window up.
  disableDialogs: true,
  // Only macOS checks spelling without fetching a dictionary from elsewhere.
  spellcheck: process.platform === 'darwin',
} as const satisfies WebPreferences

type Preventable = { readonly preventDefault: () => void }

const prevent = (event: Preventable): void => event.preventDefault()

/** Keeps a page where it is: it goes nowhere, opens no window, holds no webview. `offer` hears of addresses to open. */
export const lockContents = (contents: WebContents, offer: (address: string) => void): void => {
  contents.on('will-navigate', prevent)
  contents.on('will-frame-navigate', prevent)
  contents.on('will-redirect', prevent)
  contents.on('will-attach-webview', prevent)
  contents.setWindowOpenHandler(({ url }) => {
    offer(url)
    return { action: 'deny' }
  })
}

const page = `${scheme}://${host}/`

const mayLoad = (address: string, isDeveloped: boolean): boolean =>
  address.startsWith(page) ||
  address.startsWith(`blob:${page}`) ||
  address.startsWith('data:') ||
  (isDeveloped && address.startsWith('devtools://'))

/** Grants nothing and loads nothing but the page; developer tools only where the app is not packaged. */
export const lockSession = (session: Session, isDeveloped: boolean): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, isDeveloped) }))
}
