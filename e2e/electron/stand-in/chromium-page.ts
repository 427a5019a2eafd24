import type { Browser, Page } from 'playwright-core'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { LivePage, OpenPage, PageOwner } from './page.ts'
import { StandInPort } from './ports.ts'
import { preloadBundle } from './preload-bundle.ts'
import { fetchAs, startDownload } from './session.ts'

/** What a browser knows the page by: it has no scheme of its own, so a secure host stands for it. */
const origin = 'https://longhand.test'
const own = 'app://longhand'

const toOwn = (url: string): string => url.replace(origin, own)
const toBrowser = (url: string): string => url.replace(own, origin)

/** What crosses between a page and the stand-in, both ways. */
type Crossing =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port'; readonly channel: string; readonly id: number }
  | { readonly kind: 'data'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'close'; readonly id: number }
  | { readonly kind: 'open'; readonly url: string }

/** Runs in the page before anything else: Electron's side of the preload, and the real preload. */
const before = (preload: string): string => `
if (window.top === window) (() => {
  const heard = new Map(), ports = new Map()
  const cross = (crossing) => window.crossToStandIn(crossing)
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      on: (channel, listener) => heard.set(channel, listener),
      send: (channel, ...args) => cross({ kind: 'send', channel, args }),
      postMessage: (channel, message, [port]) => {
        const id = Math.random()
        ports.set(id, port)
        port.onmessage = ({ data }) => cross({ kind: 'data', id, data })
        port.addEventListener('close', () => cross({ kind: 'close', id }))
        cross({ kind: 'port', channel, id })
      },
    },
  }
  window.open = (url) => {
    cross({ kind: 'open', url: new URL(url, location.href).href })
    return null
  }
  window.crossFromStandIn = ({ kind, channel, args, id, data }) => {
    if (kind === 'send') heard.get(channel)?.({}, ...args)
    else if (kind === 'data') ports.get(id)?.postMessage(data)
    else ports.get(id)?.close()
  }
  ;((require, module, exports) => {${preload}
})(() => electron, { exports: {} }, {})
})()`

const tell = (page: Page, crossing: Crossing): void => {
  // A page that has gone in the meantime hears nothing, as in Electron.
  page.evaluate((told) => Object(globalThis).crossFromStandIn(told), crossing).catch(() => {})
}

/** Lets what a page crosses over with reach the main process, ports included. */
const bridge = (contents: PageOwner, page: Page) => {
  const ports = new Map<number, MessagePort>()
  const takePort = (channel: string, id: number): void => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.on('message', (data: unknown) => tell(page, { kind: 'data', id, data }))
    port1.on('close', () => tell(page, { kind: 'close', id }))
    contents.sent(channel, [null], [new StandInPort(port2)])
  }
  const take = (crossing: Crossing): void => {
    if (crossing.kind === 'send') contents.sent(crossing.channel, [...crossing.args])
    else if (crossing.kind === 'port') takePort(crossing.channel, crossing.id)
    else if (crossing.kind === 'data') ports.get(crossing.id)?.postMessage(crossing.data)
    else if (crossing.kind === 'close') ports.get(crossing.id)?.close()
    else contents.wants(toOwn(crossing.url))
  }
  return { take, close: () => ports.forEach((port) => port.close()) }
}

/** Lets the session answer for the page's host, headers and all, and for no other. */
const serve = async (page: Page): Promise<void> => {
  await page.route('**/*', async (route) => {
    const answer = await fetchAs(toOwn(route.request().url()))
    if (answer.type === 'error') return route.abort()
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
}

const follow = (contents: PageOwner, page: Page): void => {
  page.on('framenavigated', (frame) => {
    const url = toOwn(page.url())
    if (frame === page.mainFrame() && contents.page && url !== contents.getURL()) contents.wentTo(url)
  })
  page.on('download', (download) => {
    startDownload({
      getURL: () => toOwn(download.url()),
      getFilename: () => download.suggestedFilename(),
      setSaveDialogOptions: ({ defaultPath }) => void download.saveAs(defaultPath ?? ''),
    })
  })
  page.on('crash', () => void contents.lose())
}

/** A page in Chromium: what Electron's renderer would show, with the real headers and the real preload. */
export type ChromiumPage = LivePage & { readonly page: Page }

/** Pages in a Chromium, in one profile, as the windows of one app are. */
export const chromiumPages = async (browser: Browser): Promise<OpenPage> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  return async (contents, url): Promise<ChromiumPage> => {
    const page = await context.newPage()
    const { take, close } = bridge(contents, page)
    await page.exposeBinding('crossToStandIn', (_source, crossing: Crossing) => take(crossing))
    await page.addInitScript(before(preloadBundle()))
    await serve(page)
    const live: ChromiumPage = {
      page,
      receive: (channel, args) => tell(page, { kind: 'send', channel, args }),
      goTo: async (next) => void (await page.goto(toBrowser(next))),
      address: () => toOwn(page.url()),
      close: async () => {
        close()
        await page.close()
      },
    }
    contents.page = live
    await page.goto(toBrowser(url))
    follow(contents, page)
    return live
  }
}
