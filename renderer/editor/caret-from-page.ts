import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Keys whose doing is ours: all but letters, which the browser puts where the caret is seen. */
const isCommand = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key.length > 1 || ctrlKey || metaKey

/**
 * Takes the caret from where the page shows it. The browser tells of a moved caret a little later; of two keys struck
 * while the page was busy (End, then Enter) the second would otherwise act where the caret was before the first.
 */
export const caretFromPage = (view: EditorView, event: KeyboardEvent): void => {
  const { state, dom, composing } = view
  if (composing || !isCommand(event) || !(state.selection instanceof TextSelection)) return
  const seen = dom.ownerDocument.getSelection()
  if (!seen?.anchorNode || !seen.focusNode) return
  if (!dom.contains(seen.anchorNode) || !dom.contains(seen.focusNode)) return
  const anchor = view.posAtDOM(seen.anchorNode, seen.anchorOffset)
  const head = view.posAtDOM(seen.focusNode, seen.focusOffset)
  const { doc, selection } = state
  const wanted = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!wanted.eq(selection)) view.dispatch(state.tr.setSelection(wanted))
}
