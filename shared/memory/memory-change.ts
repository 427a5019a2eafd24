import type { ProjectState } from '../project-state.ts'
import type { Memory } from '../records.ts'

/** Facts and summaries put into memory and taken out of it, as one change. What is put stays, also where both name it. */
export type MemoryChange = { readonly put: readonly Memory[]; readonly remove: readonly Memory['id'][] }

/** The change that leads back to this memory once `change` has been made: what undo is made of. */
export const inverseMemoryChange = (state: ProjectState, { put, remove }: MemoryChange): MemoryChange => {
  const touched = new Set<Memory['id']>([...put.map(({ id }) => id), ...remove])
  return {
    put: [...touched].flatMap((id) => state.memory.get(id) ?? []),
    remove: put.map(({ id }) => id).filter((id) => !state.memory.has(id)),
  }
}

const struck = 'struck out'

/** What the shelf keeps of something the writer took out of memory, so that no model puts it back. */
export const struckOut = (memory: Memory): Memory => ({ ...memory, by: 'writer', madeFrom: struck })

/** Whether the writer took it out. */
export const isStruck = ({ by, madeFrom }: Memory): boolean => by === 'writer' && madeFrom === struck
