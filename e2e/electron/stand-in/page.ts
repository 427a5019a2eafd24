import type { StandInPort } from './ports.ts'

/** A page that is shown in a window of the stand-in. */
export type LivePage = {
  /** A message from the main process. */
  readonly receive: (channel: string, args: readonly unknown[]) => void
  /** Changes what stands behind the # of its address. */
  readonly goTo: (url: string) => Promise<void>
  readonly address: () => string
  readonly close: () => Promise<void>
}

/** What a page knows of the window that shows it. */
export type PageOwner = {
  page: LivePage | null
  readonly getURL: () => string
  /** A message from the page. */
  readonly sent: (channel: string, args: unknown[], ports?: StandInPort[]) => void
  /** The page has changed its own address, as far as it may. */
  readonly wentTo: (url: string) => void
  /** The page wants a window. */
  readonly wants: (url: string) => void
  /** The page's process has gone. */
  readonly lose: () => Promise<void>
}

/** Opens a page at an address in what a window shows. */
export type OpenPage = (owner: PageOwner, url: string) => Promise<LivePage>
