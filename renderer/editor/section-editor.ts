import { Editor } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { caretFromPage } from './caret-from-page.ts'
import { highlight, highlights, type Highlight } from './highlights.ts'
import { manuscriptNodes } from './manuscript-nodes.ts'
import { openText } from './open-text.ts'
import { replacing } from './replacing.ts'
import { saveText } from './save-text.ts'
import { typing } from './typing.ts'

const placeholder = 'Not written yet. Type here, or let Longhand draft it.'
const fromState = 'from-state'

export type SectionEditorOptions = {
  readonly text: string
  readonly title: string
  readonly language: string
  /** Something was typed; not told of texts that were shown. */
  readonly onTyped: (read: () => string) => void
  readonly onFocus: () => void
  readonly onOpenLink: () => void
  /** Undo and redo, which may reach beyond this editor. */
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** ProseMirror keeps the keys of undo from the page, where the commands of the whole screen would hear them. */
const undoKeys = ({ onUndo, onRedo }: SectionEditorOptions) => {
  const did = (what: () => void) => () => {
    what()
    return true
  }
  return UndoRedo.extend({
    addKeyboardShortcuts: () => ({
      'Mod-z': did(onUndo),
      'Shift-Mod-z': did(onRedo),
      'Mod-y': did(onRedo),
    }),
  })
}

/** The browser's own undo, from a menu, would undo what it does not know. */
const undoByMenu = (event: InputEvent, { onUndo, onRedo }: SectionEditorOptions): boolean => {
  const wanted = { historyUndo: onUndo, historyRedo: onRedo }[event.inputType]
  if (!wanted) return false
  event.preventDefault()
  wanted()
  return true
}

const tiptap = (options: SectionEditorOptions): Editor => {
  const { title, language, onFocus, onOpenLink } = options
  const editor = new Editor({
    element: null,
    injectCSS: false,
    // Given none, TipTap parses an empty page of HTML, which Trusted Types forbid.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [
      ...manuscriptNodes,
      typing,
      highlights,
      undoKeys(options),
      Placeholder.configure({ placeholder, showOnlyCurrent: false }),
      Dropcursor.configure({ color: false, class: 'drop-cursor' }),
      Gapcursor,
    ],
    editorProps: {
      attributes: {
        class: 'section-text',
        spellcheck: 'true',
        lang: language,
        'aria-multiline': 'true',
        'aria-label': `Text of ${title}`,
      },
      handleDOMEvents: {
        keydown: (view, event) => {
          caretFromPage(view, event)
          return false
        },
        beforeinput: (_, event) => undoByMenu(event, options),
        click: (_, event) => {
          if (!(event.target instanceof Element) || !event.target.closest('a')) return false
          event.preventDefault()
          if (event.ctrlKey || event.metaKey) onOpenLink()
          return false
        },
      },
    },
    onFocus,
  })
  return editor
}

/**
 * The editor of one section. It lives on without a page: what was typed, where the caret stood and what can be undone
 * stay while it is not mounted.
 */
export const createSectionEditor = (options: SectionEditorOptions) => {
  const editor = tiptap(options)
  let opened = openText(options.text, editor.schema)
  editor.view.updateState(EditorState.create({ doc: opened.doc }))
  const read = (): string => saveText(opened, editor.state.doc)
  /** When the last change of each undoable step was made, in ms. */
  const times: number[] = []
  const depthNow = (): number => undoDepth(editor.state) as number
  editor.on('transaction', ({ transaction }) => {
    if (!transaction.docChanged) return
    const depth = depthNow()
    const isNew = transaction.getMeta('history$') === undefined && transaction.getMeta(fromState) !== true
    times.length = Math.min(times.length, depth)
    if (isNew && depth > 0) times[depth - 1] = Date.now()
    if (transaction.getMeta(fromState) !== true) options.onTyped(read)
  })
  const dispatch = (tr: Transaction): void => editor.view.dispatch(tr)
  let mountedIn: HTMLElement | null = null
  return {
    editor,
    /** The section's text as Markdown. */
    read,
    isMounted: (): boolean => mountedIn !== null,
    isFocused: (): boolean => mountedIn !== null && editor.isFocused,
    mount(place: HTMLElement): void {
      mountedIn = place
      editor.mount(place)
    },
    unmount(): void {
      if (mountedIn === null) return
      mountedIn = null
      editor.unmount()
    },
    /** Shows a text that was saved elsewhere; is not undone by this editor. */
    show(text: string): void {
      opened = openText(text, editor.schema)
      const tr = replacing(editor.state, opened.doc)
      if (tr.docChanged) dispatch(tr.setMeta('addToHistory', false).setMeta(fromState, true))
    },
    highlight: (places: readonly Highlight[]): void => dispatch(highlight(editor.state, places)),
    undo: (): boolean => undo(editor.state, dispatch),
    redo: (): boolean => redo(editor.state, dispatch),
    canUndo: (): boolean => depthNow() > 0,
    canRedo: (): boolean => redoDepth(editor.state) > 0,
    /** When what would be undone next was typed, in ms; 0 where there is nothing. */
    lastEditAt: (): number => times[depthNow() - 1] ?? 0,
    destroy: (): void => editor.destroy(),
  }
}

/** The editor of one section, mounted or not. */
export type SectionEditor = ReturnType<typeof createSectionEditor>
