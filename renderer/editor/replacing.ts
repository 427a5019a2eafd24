import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/**
 * Puts the letters in which two documents differ in place of each other; no change where they are the same. A caret
 * within stays before what is new, where it was seen: behind a whole draft it would be pages further down.
 */
export const replacing = ({ tr, doc, selection }: EditorState, wanted: Node): Transaction => {
  const start = doc.content.findDiffStart(wanted.content)
  const ends = start === null ? null : doc.content.findDiffEnd(wanted.content)
  if (start === null || !ends) return tr
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const end = ends.a + overlap
  tr.replace(start, end, wanted.slice(start, ends.b + overlap))
  if (!(selection instanceof TextSelection)) return tr
  const place = (at: number) => tr.doc.resolve(at > end ? at + ends.b - ends.a : Math.min(at, start))
  return tr.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)))
}
