import { theEditing } from '../../editor/editing-session.ts'

/** Sets the caret where the last find led, so that writing goes on there; else the focus goes back to `before`. */
export const leaveFind = (before: Element | null): void => {
  for (const found of theEditing()?.all().values() ?? []) {
    const mark = found.isMounted() ? found.editor.view.dom.querySelector('.highlight-quote') : null
    if (!mark) continue
    const at = found.editor.view.posAtDOM(mark, 0)
    found.editor.chain().setTextSelection(at).focus(null, { scrollIntoView: false }).run()
    return
  }
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}
