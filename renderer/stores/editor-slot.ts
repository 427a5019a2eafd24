import type { SectionId } from '../../shared/records.ts'

/** A part of a section's text: about where it begins in it (UTF-16 units), and what stands there without its marks. */
export type Selected = {
  readonly section: SectionId
  readonly selection: { readonly from: number; readonly to: number; readonly quote: string } | null
}

/** What the rest of the screen may ask of the manuscript's editors. */
export type Editors = {
  /** Take back, or do again, the last change typed into the focused section; false where there is none. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** Resolves when what was typed so far has been saved, or has failed to be. */
  readonly flush: () => Promise<void>
  /** When (ms since 1970) the change that `undo` would take back was typed; null where there is none. */
  readonly lastTyped: () => number | null
  /** Puts the caret into a section and brings it into view. */
  readonly focus: (section: SectionId) => void
  /** The section whose text has the focus or had it last, and what is selected in it; null where there is none. */
  readonly selected: () => Selected | null
  /** Brings a place into view and marks it; the section's beginning where the quote is not in its text. */
  readonly showQuote: (section: SectionId, quote: string, nth?: number) => void
}

let editors: Editors | null = null

/** The manuscript's editors offer themselves; null when they go. */
export const offerEditors = (offered: Editors | null): void => {
  editors = offered
}

/** The manuscript's editors, or null while none are shown. */
export const theEditors = (): Editors | null => editors
