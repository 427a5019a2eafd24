import { perform } from './actions.ts'
import { theEditors } from './editor-slot.ts'
import { lastDone, redoCommand, undoCommand } from './undo-stack.ts'

/** Takes back whatever came last: what was typed into the focused section, or a command. */
export const undoLatest = async (): Promise<void> => {
  const typed = theEditors()?.lastTyped() ?? null
  const done = lastDone()
  if (typed !== null && (done === null || typed >= done) && theEditors()?.undo()) return
  const name = await perform(undoCommand)
  if (name === null) theEditors()?.undo()
}

/** Does again what was taken back last, in the focused section first. */
export const redoLatest = async (): Promise<void> => {
  if (theEditors()?.redo()) return
  await perform(redoCommand)
}
