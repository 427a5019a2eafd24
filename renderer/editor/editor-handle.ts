import { findQuote } from '../../shared/text/quotes.ts'
import { plainText } from '../../shared/text/markdown.ts'
import type { SectionId } from '../../shared/records.ts'
import type { Editors, Selected } from '../stores/editor-slot.ts'
import { show } from '../stores/view-store.ts'
import { theEditing } from './editing-session.ts'
import type { Highlight } from './highlights.ts'
import type { SectionEditor } from './section-editor.ts'
import { positionsOf, shownText } from './shown-text.ts'

type Place = { readonly from: number; readonly to: number }

const focusedEditor = (): SectionEditor | undefined => {
  const editing = theEditing()
  const section = editing?.focused()
  return section ? editing?.made(section) : undefined
}

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
const mostFrames = 60

const rowOf = (section: SectionId): Element | null =>
  document.querySelector(`[data-section="${CSS.escape(section)}"]`)

/** Says at once that the page was scrolled on purpose: the event comes a frame later, after what keeps the place. */
const scrolled = (scroller: Element | null | undefined): unknown =>
  scroller?.dispatchEvent(new Event('scroll'))

/** Brings a section's beginning into view; resolves with its editor as soon as that is mounted, null if it never is. */
const reveal = async (section: SectionId): Promise<SectionEditor | null> => {
  show({ page: 'manuscript', focused: section })
  for (let i = 0; i < mostFrames && !rowOf(section); i += 1) await frame()
  const row = rowOf(section)
  row?.scrollIntoView({ block: 'start' })
  scrolled(row?.closest('[data-scroller]'))
  for (let i = 0; i < mostFrames; i += 1) {
    const editor = theEditing()?.made(section)
    if (editor?.isMounted()) return editor
    await frame()
  }
  return null
}

const scrollTo = ({ editor }: SectionEditor, at: number): void => {
  const scroller = editor.view.dom.closest('[data-scroller]')
  if (!scroller) return
  const view = scroller.getBoundingClientRect()
  const { top, bottom } = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size))
  if (top > view.top + 40 && bottom < view.bottom - 80) return
  scroller.scrollTop += top - view.top - view.height / 3
  scrolled(scroller)
}

/** The place of the `nth` (from 0) occurrence of a quote in a text, typography and letter case forgiven. */
const placeOf = (text: string, quote: string, nth: number): Place | null => {
  let from = 0
  for (let n = 0; ; n += 1) {
    const place = findQuote(text.slice(from), quote, { caseless: true })
    if (!place) return null
    if (n === nth) return { from: from + place.from, to: from + place.to }
    from += Math.max(place.to, place.from + 1)
  }
}

const clearAll = (): void => {
  for (const editor of theEditing()?.all().values() ?? []) editor.highlight([])
}

const mark = (editor: SectionEditor, place: Place | null): void => {
  clearAll()
  if (!place) return
  const here: Highlight = { ...place, as: 'quote' }
  editor.highlight([here])
  scrollTo(editor, place.from)
}

const showQuote = async (section: SectionId, quote: string, nth: number): Promise<void> => {
  const editor = await reveal(section)
  if (!editor) return
  const shown = shownText(editor.editor.state.doc)
  const place = placeOf(shown.text, quote, nth) ?? placeOf(shown.text, plainText(quote), nth)
  mark(editor, place && positionsOf(shown, place.from, place.to))
}

/** Shows a part of a section, as offsets in the `plainText` of its text. */
const showRange = async (section: SectionId, from: number, to: number): Promise<void> => {
  const editor = await reveal(section)
  if (editor) mark(editor, positionsOf(shownText(editor.editor.state.doc), from, to))
}

const focusSection = async (section: SectionId): Promise<void> => {
  const editor = await reveal(section)
  editor?.editor.commands.focus(null, { scrollIntoView: false })
}

/** What is selected in a section, by the letters: where they stand in the Markdown is about where they stand here. */
const selectedIn = (section: SectionId | null | undefined): Selected | null => {
  const editor = section ? theEditing()?.made(section) : undefined
  if (!section || !editor) return null
  const { doc, selection } = editor.editor.state
  const between = (from: number, to: number): string => doc.textBetween(from, to, '\n\n', ' ')
  const quote = between(selection.from, selection.to)
  if (selection.empty || quote.trim() === '') return { section, selection: null }
  const from = between(0, selection.from).length
  return { section, selection: { from, to: from + quote.length, quote } }
}

/** What commands, checks and search ask of the manuscript's editors. */
export const editorHandle = {
  undo: () => focusedEditor()?.undo() ?? false,
  redo: () => focusedEditor()?.redo() ?? false,
  flush: async () => theEditing()?.saves.flush(),
  lastTyped: () => focusedEditor()?.lastEditAt() || null,
  canUndo: () => focusedEditor()?.canUndo() ?? false,
  canRedo: () => focusedEditor()?.canRedo() ?? false,
  focus: (section: SectionId) => void focusSection(section),
  showQuote: (section: SectionId, quote: string, nth = 0) => void showQuote(section, quote, nth),
  showRange: (section: SectionId, from: number, to: number) => void showRange(section, from, to),
  /** Takes every mark away that `showQuote` or `showRange` made. */
  clearMarks: clearAll,
  selected: () => selectedIn(theEditing()?.focused()),
} as const satisfies Editors & Record<string, unknown>
