import type { ProjectState } from './project-state.ts'
import type { Section, SectionId } from './records.ts'

/** Sections put into the outline and taken out of it, as one change. What is put stays, also where both name it. */
export type SectionChange = { readonly put: readonly Section[]; readonly remove: readonly SectionId[] }

/** The change that leads back to this state once `change` has been made: what undo is made of. */
export const inverseChange = (state: ProjectState, { put, remove }: SectionChange): SectionChange => {
  const touched = new Set<SectionId>([...put.map(({ id }) => id), ...remove])
  return {
    put: [...touched].flatMap((id) => state.section.get(id) ?? []),
    remove: put.map(({ id }) => id).filter((id) => !state.section.has(id)),
  }
}
