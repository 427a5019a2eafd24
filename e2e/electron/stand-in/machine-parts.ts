import { EventEmitter, type Emitted } from './events.ts'
import { machine } from './machine.ts'

type BoxArgs = [Electron.MessageBoxOptions] | [unknown, Electron.MessageBoxOptions]
type OpenArgs = [Electron.OpenDialogOptions] | [unknown, Electron.OpenDialogOptions]

export const dialog = {
  showMessageBox: (...args: BoxArgs): Promise<Electron.MessageBoxReturnValue> => {
    const options = args.length === 1 ? args[0] : args[1]
    machine.boxes.push(options)
    return Promise.resolve({
      response: machine.answers.shift() ?? options.cancelId ?? 0,
      checkboxChecked: false,
    })
  },
  showOpenDialog: (...args: OpenArgs): Promise<Electron.OpenDialogReturnValue> => {
    machine.openDialogs.push(args.length === 1 ? args[0] : args[1])
    const filePaths = machine.chosen.splice(0)
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  },
  showErrorBox: (title: string, content: string) => void machine.errors.push(`${title}: ${content}`),
} satisfies Pick<Electron.Dialog, 'showMessageBox' | 'showOpenDialog' | 'showErrorBox'>

export const shell = {
  openExternal: (url: string) => {
    machine.external.push(url)
    return Promise.resolve()
  },
} satisfies Pick<Electron.Shell, 'openExternal'>

export const screen = {
  getAllDisplays: () => machine.displays.map((workArea) => ({ workArea }) as Electron.Display),
} satisfies Pick<Electron.Screen, 'getAllDisplays'>

export const nativeTheme = Object.assign(new EventEmitter<Emitted<Electron.NativeTheme, { updated: [] }>>(), {
  themeSource: 'light' as Electron.NativeTheme['themeSource'],
  get shouldUseDarkColors() {
    return machine.isDark
  },
} satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>)
Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { get: () => machine.isDark })

type PowerEvents = Emitted<Electron.PowerMonitor, { suspend: []; resume: []; shutdown: [] }>
export const powerMonitor = new EventEmitter<PowerEvents>()

let blocker = 0
export const powerSaveBlocker = {
  start: () => {
    blocker += 1
    machine.blockers.add(blocker)
    return blocker
  },
  stop: (id: number) => machine.blockers.delete(id),
} satisfies Pick<Electron.PowerSaveBlocker, 'start' | 'stop'>

const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.toReversed())

const key = 'key of this machine: '
export const safeStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(machine.safe.isAvailable),
  getSelectedStorageBackend: () => machine.safe.backend,
  encryptStringAsync: (text: string) =>
    Promise.resolve(Buffer.concat([Buffer.from(machine.safe.tag), turned(Buffer.from(`${key}${text}`))])),
  decryptStringAsync: (encrypted: Buffer) => {
    const text = turned(encrypted.subarray(machine.safe.tag.length)).toString()
    if (!text.startsWith(key)) return Promise.reject(new Error('another key'))
    return Promise.resolve({ result: text.slice(key.length), shouldReEncrypt: false })
  },
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => {
    machine.menu = template
  },
}
