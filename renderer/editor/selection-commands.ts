import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from '@tiptap/pm/tables'

/** What can be done with what is selected; `isOn` where it has been done already. */
export type SelectionCommand = {
  readonly name: string
  readonly keys: string | null
  readonly isOn?: (editor: Editor) => boolean
  readonly run: (editor: Editor) => unknown
}

const marks = (name: string, type: string, keys: string): SelectionCommand => ({
  name,
  keys,
  isOn: (editor) => editor.isActive(type),
  run: (editor) => editor.chain().focus().toggleMark(type).run(),
})

const insertTable = (editor: Editor): boolean => {
  const cells = (type: string) => Array.from({ length: 3 }, () => ({ type }))
  const row = (type: string) => ({ type: 'tableRow', content: cells(type) })
  const content = [row('tableHeader'), row('tableCell'), row('tableCell')]
  return editor.chain().focus().insertContent({ type: 'table', content }).run()
}

const takenLabels = (editor: Editor): ReadonlySet<string> => {
  const labels = new Set<string>()
  editor.state.doc.descendants((node) => {
    if (node.type.name.startsWith('footnote')) labels.add(String(node.attrs['label']))
  })
  return labels
}

/** Sets a footnote's mark behind the selection, and its text at the section's end, where the caret goes. */
export const insertFootnote = (editor: Editor): boolean => {
  const { schema, state, view } = editor
  const taken = takenLabels(editor)
  let number = 1
  while (taken.has(String(number))) number += 1
  const label = String(number)
  const [call, note, line] = ['footnoteReference', 'footnoteDefinition', 'paragraph'].map(
    (name) => schema.nodes[name],
  )
  if (!call || !note || !line) return false
  const tr = state.tr.insert(state.selection.to, call.create({ label }))
  tr.insert(tr.doc.content.size, note.create({ label }, line.create()))
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size - 1), -1)).scrollIntoView()
  view.dispatch(tr)
  view.focus()
  return true
}

/** For any selection. */
const textCommands: readonly SelectionCommand[] = [
  marks('Bold', 'bold', 'Mod+B'),
  marks('Italic', 'italic', 'Mod+I'),
  {
    name: 'Heading',
    keys: 'Mod+Alt+2',
    isOn: (editor) => editor.isActive('heading'),
    run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
  },
  {
    name: 'List',
    keys: 'Mod+Shift+8',
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    name: 'Numbered list',
    keys: 'Mod+Shift+7',
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    name: 'Quote',
    keys: 'Mod+Shift+B',
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  },
  { name: 'Table', keys: null, run: insertTable },
  { name: 'Footnote', keys: 'Mod+Alt+F', run: insertFootnote },
]

const onTable = (name: string, command: typeof addRowAfter): SelectionCommand => ({
  name,
  keys: null,
  run: (editor) => {
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  },
})

/** For a selection in a table, instead of another table. */
const tableCommands: readonly SelectionCommand[] = [
  onTable('Row below', addRowAfter),
  onTable('Column right', addColumnAfter),
  onTable('Delete row', deleteRow),
  onTable('Delete column', deleteColumn),
  onTable('Delete table', deleteTable),
]

/** What can be done where the caret stands. */
export const commandsFor = (editor: Editor): readonly SelectionCommand[] =>
  isInTable(editor.state) ? [...textCommands.slice(0, 2), ...tableCommands] : textCommands
