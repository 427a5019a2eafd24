import {
  Extension,
  InputRule,
  markInputRule,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
  type Editor,
} from '@tiptap/core'
import type { NodeType } from '@tiptap/pm/model'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { isCitation } from '../../shared/text/markdown-notes.ts'
import { projectStore } from '../stores/project-store.ts'
import { openLinkDialog } from './link-store.ts'
import type { MarkName, NodeName } from './schema.ts'
import { insertFootnote } from './selection-commands.ts'

const rulesFor = (editor: Editor): InputRule[] => {
  const node = (name: NodeName) => editor.schema.nodes[name]
  const mark = (name: MarkName) => editor.schema.marks[name]
  const found: (InputRule | null)[] = [
    textblock(node('heading'), /^(#{1,6})\s$/u, (match) => ({ level: match[1]?.length ?? 1 })),
    wrapping(node('blockquote'), /^\s*>\s$/u),
    wrapping(node('bulletList'), /^\s*[-*+]\s$/u),
    // Only at 1: a year, a date or a verse that begins a paragraph is no item of a list.
    wrapping(node('orderedList'), /^1[.)]\s$/u),
    marking(mark('bold'), /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/u),
    marking(mark('italic'), /(?:^|\s)(\*(?!\s)([^*]+)(?<!\s)\*)$/u),
    marking(mark('code'), /(?:^|\s)(`([^`]+)`)$/u),
    rule(node('horizontalRule'), /^\*\*\*$/u),
    citing(node('citation')),
  ]
  return found.filter((each) => each !== null)
}

type Found = RegExpMatchArray
type Kind<Rule extends (config: never) => InputRule> = Parameters<Rule>[0] extends { type: infer Type }
  ? Type | undefined
  : never

const textblock = (
  type: Kind<typeof textblockTypeInputRule>,
  find: RegExp,
  getAttributes: (match: Found) => Record<string, unknown>,
) => (type ? textblockTypeInputRule({ find, type, getAttributes }) : null)

const wrapping = (
  type: Kind<typeof wrappingInputRule>,
  find: RegExp,
  getAttributes: (match: Found) => Record<string, unknown> = () => ({}),
) => (type ? wrappingInputRule({ find, type, getAttributes }) : null)

const marking = (type: Kind<typeof markInputRule>, find: RegExp) =>
  type ? markInputRule({ find, type }) : null

const rule = (type: Kind<typeof nodeInputRule>, find: RegExp) => (type ? nodeInputRule({ find, type }) : null)

/** `[@key]` is a citation as soon as its bracket closes, in a work that has sources; undo makes it letters again. */
const citing = (type: NodeType | undefined): InputRule | null =>
  type
    ? new InputRule({
        find: (text) => {
          const [whole, value = ''] = /\[(@[^[\]]*)\]$/u.exec(text) ?? []
          if (whole === undefined || !isCitation(value)) return null
          const isHome = projectStore.getState().state.reference.size > 0
          return isHome ? { index: text.length - whole.length, text: whole } : null
        },
        handler: ({ state, range, match }) => {
          const value = match[0].slice(1, -1)
          state.tr.replaceWith(range.from, range.to, type.create({ value }))
        },
      })
    : null

const atStartOfItem = ({ state }: Editor): boolean => {
  const { $from, empty } = state.selection
  return (
    empty && $from.parentOffset === 0 && $from.node(-1)?.type.name === 'listItem' && $from.index(-1) === 0
  )
}

/** What keys do in a text: the usual ones, and Markdown's own signs at the beginning of a line or around a word. */
export const typing = Extension.create({
  name: 'typing',
  addInputRules() {
    return rulesFor(this.editor)
  },
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      'Mod-b': () => editor.commands.toggleMark('bold'),
      'Mod-i': () => editor.commands.toggleMark('italic'),
      'Mod-e': () => editor.commands.toggleMark('code'),
      'Mod-Shift-s': () => editor.commands.toggleMark('strike'),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-2': () => editor.commands.toggleNode('heading', 'paragraph', { level: 2 }),
      'Mod-Alt-3': () => editor.commands.toggleNode('heading', 'paragraph', { level: 3 }),
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Shift-b': () => editor.commands.toggleWrap('blockquote'),
      'Mod-Alt-f': () => insertFootnote(editor),
      'Mod-Shift-k': () => {
        openLinkDialog()
        return true
      },
      'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () => editor.commands.splitListItem('listItem'),
      Tab: () =>
        editor.commands.command(({ state, dispatch }) => goToNextCell(1)(state, dispatch)) ||
        editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () =>
        editor.commands.command(({ state, dispatch }) => goToNextCell(-1)(state, dispatch)) ||
        editor.commands.liftListItem('listItem'),
      Backspace: () => atStartOfItem(editor) && editor.commands.liftListItem('listItem'),
    }
  },
})
