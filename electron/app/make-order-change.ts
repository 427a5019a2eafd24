import { AppError } from '../../shared/errors.ts'
import { struckOut } from '../../shared/memory/memory-change.ts'
import { basisOf } from '../../shared/orders/found-order.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Memory, Order, Section, SectionId } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Change, OpenProject } from '../project/project.ts'
import { changeSections } from './change-sections.ts'

type Shelves = Pick<OpenProject, 'state' | 'shelf' | 'shelved'>
type Held = NonNullable<Order['undo']>

const isSection = (record: Memory | Section): record is Section => record.id.startsWith('section:')

const there = (state: ProjectState, id: string): Memory | Section | undefined =>
  state.memory.get(id) ?? state.section.get(id)

/** Puts and removes memory and sections; what leaves goes to the shelf. */
const change = (project: Shelves, { put, remove }: Held): Change => {
  const state = project.state()
  const sections = {
    put: put.filter(isSection),
    remove: remove.filter((id): id is SectionId => id.startsWith('section:')),
  }
  const ofSections = sections.put.length + sections.remove.length > 0 ? changeSections(project, sections) : {}
  const memory = put.filter((record) => !isSection(record))
  const gone = remove.flatMap((id) => state.memory.get(id) ?? []).map(struckOut)
  return {
    put: [...(ofSections.put ?? []), ...memory],
    shelve: [...(ofSections.shelve ?? []), ...gone],
  }
}

const changedSince = (): AppError =>
  new AppError('stale', 'What this would change has been changed since.', 'Look at it again, or drop it.')

/**
 * Does at once what an order holds, and says what leads back. Throws `stale` where what it changes is not what it was
 * found in.
 */
export const madeChange = (
  project: Shelves,
  { put = [], remove = [], basis }: Order,
): { readonly change: Change; readonly undo: Held } => {
  const state = project.state()
  if (basis !== undefined && basisOf(state, { put, remove }) !== basis) throw changedSince()
  const touched = [...new Set([...put.map(({ id }) => id), ...remove])]
  return {
    change: change(project, { put, remove }),
    undo: {
      put: touched.flatMap((id) => there(state, id) ?? []),
      remove: put.map(({ id }) => id).filter((id) => there(state, id) === undefined),
    },
  }
}

/** Takes back what an order had done. Throws `stale` where it has been changed since. */
export const unmadeChange = (project: Shelves, { put = [], remove = [], undo }: Order): Change => {
  const state = project.state()
  const stands = put.every((record) => hashOf(there(state, record.id)) === hashOf(record))
  if (!stands || remove.some((id) => there(state, id))) throw changedSince()
  return change(project, undo ?? { put: [], remove: [] })
}
