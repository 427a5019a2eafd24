import { outline } from '../../shared/questions/outline.ts'
import { changeOutline } from './actions.ts'
import { theEditors } from './editor-slot.ts'
import { notify } from './notices.ts'
import { adding, moving, removing, type Direction } from './outline-moves.ts'
import { projectStore } from './project-store.ts'
import { show, viewStore } from './view-store.ts'

const state = () => projectStore.getState().state

/** The section that is chosen, null where none is. */
export const focused = () => {
  const { focused: id } = viewStore.getState()
  return id !== null && state().section.has(id) ? id : null
}

/** Adds a section behind the chosen one, and chooses it. */
export const addSection = async (): Promise<void> => {
  const id = `section:${crypto.randomUUID().slice(0, 8)}` as const
  const change = adding(state(), focused(), id)
  if (await changeOutline(state(), 'New section', change)) show({ focused: id })
}

/** Deletes the chosen section with all below it. */
export const deleteSection = async (): Promise<void> => {
  const id = focused()
  if (id === null) return
  // What was typed last has to be there to be brought back.
  await theEditors()?.flush()
  const title = state().section.get(id)?.title ?? ''
  const gone = removing(state(), id)
  const entries = outline(state())
  const at = entries.findIndex(({ section }) => section.id === id)
  const rest = entries.filter(({ section }) => !gone.remove.includes(section.id))
  const neighbour = (rest[at] ?? rest.at(-1))?.section.id ?? null
  if (await changeOutline(state(), `Deletion of “${title}”`, gone)) {
    show({ focused: neighbour })
    notify(`“${title}” was deleted. Undo brings it back with its text.`)
  }
}

/** Moves the chosen section. */
export const moveSection = async (direction: Direction): Promise<void> => {
  const id = focused()
  if (id !== null) await changeOutline(state(), 'Move of a section', moving(state(), id, direction))
}
