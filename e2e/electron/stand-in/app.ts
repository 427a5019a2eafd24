import { EventEmitter, type Emitted } from './events.ts'
import { machine } from './machine.ts'

type AppEvents = Emitted<
  Electron.App,
  {
    'before-quit': [Electron.Event]
    'window-all-closed': []
    activate: [Electron.Event, boolean]
    'open-file': [Electron.Event, string]
    'second-instance': [Electron.Event, string[], string, unknown]
    'web-contents-created': [Electron.Event, Electron.WebContents]
  }
>

const emitter = new EventEmitter<AppEvents>()
const paths = new Map<string, string>()
const ready = Promise.withResolvers<void>()
let isReady = false

/** The machine has come so far that windows can be made. */
export const becomeReady = (): void => {
  isReady = true
  ready.resolve()
}

/** Notes a call that only counts before the app is ready. */
export const noteEarly = (name: string): void => {
  if (!isReady) machine.early.push(name)
}

const calls = {
  whenReady: () => ready.promise,
  enableSandbox: () => noteEarly('enableSandbox'),
  setPath: (name: string, path: string) => {
    noteEarly(`setPath ${name}`)
    paths.set(name, path)
  },
  getPath: (name: string) => paths.get(name) ?? machine.documents,
  requestSingleInstanceLock: () => {
    noteEarly('requestSingleInstanceLock')
    return machine.isFirst
  },
  commandLine: { hasSwitch: (name: string) => machine.switches.has(name) } as Electron.CommandLine,
  setAppUserModelId: () => {},
  addRecentDocument: (path: string) => void machine.recent.push(path),
  quit: () => {
    let isPrevented = false
    emitter.emit('before-quit', {
      preventDefault: () => {
        isPrevented = true
      },
      get defaultPrevented() {
        return isPrevented
      },
    })
    if (!isPrevented) machine.exit.resolve(0)
  },
  exit: (code = 0) => machine.exit.resolve(code),
  get isPackaged() {
    return machine.isPackaged
  },
} satisfies Pick<
  Electron.App,
  | 'whenReady'
  | 'enableSandbox'
  | 'setPath'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'commandLine'
  | 'setAppUserModelId'
  | 'addRecentDocument'
  | 'quit'
  | 'exit'
  | 'isPackaged'
>

export const app = Object.defineProperties(
  emitter,
  Object.getOwnPropertyDescriptors(calls),
) as typeof emitter & typeof calls
