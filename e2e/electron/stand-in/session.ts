import { noteEarly } from './app.ts'
import { EventEmitter, preventable, type Emitted } from './events.ts'
import { machine } from './machine.ts'

type Handlers = {
  request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
  check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
  device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0]
  display?: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]
  before?: Parameters<Electron.WebRequest['onBeforeRequest']>[0]
}
/** What the session was given, as it was given. */
export const handlers: Handlers = {}

/** Who answers for each scheme. */
const schemes = new Map<string, Parameters<Electron.Protocol['handle']>[1]>()

type SessionEvents = Emitted<
  Electron.Session,
  {
    'will-download': [
      Electron.Event,
      Electron.DownloadItem,
      Electron.WebContents,
      Electron.WebFrameMain | null,
    ]
  }
>
type Download = Pick<Electron.DownloadItem, 'getURL' | 'getFilename' | 'setSaveDialogOptions'>

const calls = {
  setPermissionRequestHandler: (handler: Handlers['request']) => void (handlers.request = handler ?? null),
  setPermissionCheckHandler: (handler: Handlers['check']) => void (handlers.check = handler ?? null),
  setDevicePermissionHandler: (handler: Handlers['device']) => void (handlers.device = handler ?? null),
  setDisplayMediaRequestHandler: (handler: Handlers['display']) => void (handlers.display = handler ?? null),
} satisfies Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>

const defaultSession = Object.assign(new EventEmitter<SessionEvents>(), {
  ...calls,
  protocol: {
    handle: (scheme: string, handler: Parameters<Electron.Protocol['handle']>[1]) =>
      void schemes.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>,
  webRequest: {
    onBeforeRequest: (handler: NonNullable<Handlers['before']>) => {
      handlers.before = handler
    },
  },
})

export const session = { defaultSession }

export const protocol = {
  registerSchemesAsPrivileged: (custom) => {
    noteEarly('registerSchemesAsPrivileged')
    machine.schemes.push(...custom)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>

/** A page is about to download something; gives whether it was prevented. */
export const startDownload = (item: Download): boolean => {
  const event = preventable()
  const contents = {} as Electron.WebContents
  defaultSession.emit('will-download', event, item as Electron.DownloadItem, contents, null)
  return event.defaultPrevented
}

/** Whether the session lets a request for this address pass. */
export const mayRequest = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const details = { url } as Electron.OnBeforeRequestListenerDetails
    if (handlers.before) handlers.before(details, ({ cancel }) => resolve(cancel !== true))
    else resolve(true)
  })

/** What the handler of an address's scheme answers, asked past the session. */
export const answerFor = async (url: string, method = 'GET'): Promise<Response> => {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  return handler ? handler(new Request(url, { method })) : Response.error()
}

/** What a window gets for an address: the answer of its scheme's handler, if the session lets the request pass. */
export const fetchAs = async (url: string): Promise<Response> =>
  (await mayRequest(url)) ? answerFor(url) : Response.error()
