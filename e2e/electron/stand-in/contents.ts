import { app } from './app.ts'
import { EventEmitter, preventable, type Emitted } from './events.ts'
import { ipcMain } from './ipc-main.ts'
import { nodePage } from './node-page.ts'
import type { LivePage, OpenPage, PageOwner } from './page.ts'
import type { StandInPort } from './ports.ts'

type ContentsEvents = Emitted<
  Electron.WebContents,
  {
    'did-finish-load': []
    'did-navigate-in-page': [Electron.Event, string, boolean, number, number]
    'render-process-gone': [Electron.Event, Electron.RenderProcessGoneDetails]
    destroyed: []
    'will-prevent-unload': [Electron.Event]
    'will-navigate': [
      Electron.Event<Electron.WebContentsWillNavigateEventParams>,
      string,
      boolean,
      boolean,
      number,
      number,
    ]
    'will-frame-navigate': [Electron.Event<Electron.WebContentsWillFrameNavigateEventParams>]
    'will-redirect': [
      Electron.Event<Electron.WebContentsWillRedirectEventParams>,
      string,
      boolean,
      boolean,
      number,
      number,
    ]
    'will-attach-webview': [Electron.Event, Electron.WebPreferences, Record<string, string>]
  }
>
type UsedContents = Pick<
  Electron.WebContents,
  | 'getURL'
  | 'send'
  | 'reload'
  | 'isDestroyed'
  | 'isCrashed'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
>

let opener: OpenPage = nodePage

/** Which kind of page every window shows from now on. */
export const showPagesBy = (open: OpenPage): void => {
  opener = open
}

/** What a window shows: a page with the real preload, whichever kind of page that is. */
export class StandInContents extends EventEmitter<ContentsEvents> implements UsedContents, PageOwner {
  page: LivePage | null = null
  readonly preload: string
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null
  reloads = 0
  #url = ''
  #isDestroyed = false
  #isCrashed = false

  constructor(preload: string) {
    super()
    this.preload = preload
    app.emit('web-contents-created', preventable(), this as never)
  }

  getURL(): string {
    return this.#url
  }

  send(channel: string, ...args: unknown[]): void {
    this.page?.receive(channel, args)
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isCrashed(): boolean {
    return this.#isCrashed
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler
  }

  async load(url: string): Promise<void> {
    const [before] = this.#url.split('#')
    if (this.page && before === url.split('#')[0]) {
      await this.page.goTo(url)
      this.wentTo(url)
      return
    }
    await this.page?.close()
    this.#isCrashed = false
    this.page = await opener(this, url)
    this.#url = url
    this.emit('did-finish-load')
  }

  wants(url: string): void {
    this.openHandler?.({ url } as Electron.HandlerDetails)
  }

  /** The page has changed its own address, as far as it may. */
  wentTo(url: string): void {
    this.#url = url
    this.emit('did-navigate-in-page', preventable(), url, true, 1, 1)
  }

  reload(): void {
    this.reloads += 1
    const url = this.#url
    this.#url = ''
    void this.load(url)
  }

  /** The page's process ends, as the system or a fault ends it. */
  async lose(reason: Electron.RenderProcessGoneDetails['reason'] = 'crashed'): Promise<void> {
    const { page } = this
    this.page = null
    this.#isCrashed = true
    void page?.close()
    await Promise.resolve()
    this.emit('render-process-gone', preventable(), { reason, exitCode: 1 })
  }

  forcefullyCrashRenderer(): void {
    void this.lose('killed')
  }

  destroy(): void {
    this.#isDestroyed = true
    void this.page?.close()
    this.page = null
    this.emit('destroyed')
  }

  /** A message from this page, or from a frame that says to be at `url`. */
  sent(
    channel: string,
    args: unknown[],
    ports: StandInPort[] = [],
    frame: object | null = this.frame(),
  ): void {
    ipcMain.emit(channel, { sender: this, senderFrame: frame, ports }, ...args)
  }

  frame(): { url: string; parent: null } {
    return { url: this.#url === '' ? (this.page?.address() ?? '') : this.#url, parent: null }
  }
}
