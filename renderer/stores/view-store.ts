import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SectionId } from '../../shared/records.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What stands in the middle. */
export type Page = 'brief' | 'manuscript' | 'wall' | 'loom'
export type DialogName = 'palette' | 'models' | 'cost' | 'ask' | 'keys' | 'export' | 'replan' | 'pattern'

/** The panes beside the page, and how wide each may be, in px; `usual` until the writer draws it wider. */
export const paneWidths = {
  outline: { least: 200, usual: 260, most: 480 },
  dock: { least: 280, usual: 340, most: 720 },
} as const
export type Pane = keyof typeof paneWidths

/** A width that a pane can have: whole px between its least and its most, the usual one where it is no number. */
export const widthFor = (pane: Pane, width: unknown): number => {
  const { least, usual, most } = paneWidths[pane]
  if (typeof width !== 'number' || !Number.isFinite(width)) return usual
  return Math.round(Math.max(least, Math.min(most, width)))
}

/** What the writer sees, as opposed to what is saved in the project. Theme, folds, widths and tab outlive the page. */
export type View = {
  readonly theme: Theme
  readonly outlineFolded: boolean
  readonly dockFolded: boolean
  readonly widths: Readonly<Record<Pane, number>>
  readonly page: Page
  /** The id of a dock panel in the registry. */
  readonly dock: string
  readonly focused: SectionId | null
  readonly dialog: DialogName | null
  readonly finding: boolean
}

const key = 'longhand.view'
const initial: View = {
  theme: 'system',
  outlineFolded: false,
  dockFolded: false,
  widths: { outline: paneWidths.outline.usual, dock: paneWidths.dock.usual },
  page: 'manuscript',
  dock: 'checks',
  focused: null,
  dialog: null,
  finding: false,
}

const kept = (): Partial<View> => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    const { theme, outlineFolded, dockFolded, widths, dock } = read as Partial<View>
    return {
      ...(theme && themes.includes(theme) && { theme }),
      ...(typeof dock === 'string' && { dock }),
      outlineFolded: outlineFolded === true,
      dockFolded: dockFolded === true,
      widths: { outline: widthFor('outline', widths?.outline), dock: widthFor('dock', widths?.dock) },
    }
  } catch {
    return {}
  }
}

/** The one view of this page. */
export const viewStore = createStore<View>(() => ({ ...initial, ...kept() }))

viewStore.subscribe(({ theme, outlineFolded, dockFolded, widths, dock }) => {
  try {
    localStorage.setItem(key, JSON.stringify({ theme, outlineFolded, dockFolded, widths, dock }))
  } catch {
    // A browser that keeps nothing still shows everything.
  }
})

/** A part of the view. */
export const useView = <Part>(select: (view: View) => Part): Part => useStore(viewStore, select)

/** Changes parts of the view. */
export const show = (change: Partial<View>): void => viewStore.setState(change)

/** Draws a pane wider or narrower, as far as it goes. */
export const resizePane = (pane: Pane, width: number): void =>
  viewStore.setState(({ widths }) => ({ widths: { ...widths, [pane]: widthFor(pane, width) } }))

/** Brings a dock panel forward, unfolding the dock; brief and loom have no dock beside them. */
export const showDock = (dock: string): void =>
  viewStore.setState(({ page }) => ({
    dock,
    dockFolded: false,
    page: page === 'brief' || page === 'loom' ? 'manuscript' : page,
  }))

/** What a new project is shown with. */
export const resetView = (page: Page): void => show({ page, focused: null, dialog: null, finding: false })
