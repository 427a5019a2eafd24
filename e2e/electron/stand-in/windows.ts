import { app } from './app.ts'
import { StandInContents } from './contents.ts'
import { EventEmitter, preventable, type Emitted } from './events.ts'

type WindowEvents = Emitted<
  Electron.BrowserWindow,
  {
    close: [Electron.Event]
    'query-session-end': [Electron.WindowSessionEndEvent]
    closed: []
    'ready-to-show': []
    resize: []
    move: []
    unresponsive: []
    responsive: []
  }
>
type UsedWindow = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'maximize'
  | 'restore'
  | 'destroy'
  | 'close'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'getNormalBounds'
  | 'setBackgroundColor'
  | 'setRepresentedFilename'
>

const all = new Set<StandInWindow>()
let focused: StandInWindow | null = null

const bringForward = (window: StandInWindow): void => {
  focused = window
}

export class StandInWindow extends EventEmitter<WindowEvents> implements UsedWindow {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: StandInContents
  bounds: Electron.Rectangle
  background: string
  isShown = false
  #isMaximized = false
  #isDestroyed = false

  static getAllWindows = (): StandInWindow[] => [...all]
  static getFocusedWindow = (): StandInWindow | null => focused
  static fromWebContents = (contents: unknown): StandInWindow | null =>
    [...all].find(({ webContents }) => webContents === contents) ?? null

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    const { x = 100, y = 100, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.background = options.backgroundColor ?? ''
    this.webContents = new StandInContents(options.webPreferences?.preload ?? '')
    all.add(this)
    if (focused === null) bringForward(this)
  }

  async loadURL(url: string): Promise<void> {
    const isFirst = this.webContents.getURL() === ''
    await this.webContents.load(url)
    if (isFirst) this.emit('ready-to-show')
  }

  show(): void {
    this.isShown = true
  }
  hide(): void {
    this.isShown = false
  }
  focus(): void {
    bringForward(this)
  }
  maximize(): void {
    this.#isMaximized = true
  }
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  isFullScreen(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds
  }
  setBackgroundColor(colour: string): void {
    this.background = colour
  }
  setRepresentedFilename(): void {}

  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    all.delete(this)
    if (focused === this) focused = [...all][0] ?? null
    this.webContents.destroy()
    this.emit('closed')
    if (all.size === 0) app.emit('window-all-closed')
  }
}
