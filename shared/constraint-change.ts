import type { ProjectState } from './project-state.ts'
import type { Constraint } from './records.ts'

/** Constraints put into a work and taken out of it, as one change. What is put stays, also where both name it. */
export type ConstraintChange = {
  readonly put: readonly Constraint[]
  readonly remove: readonly Constraint['id'][]
}

/** The change that leads back to these constraints once `change` has been made: what undo is made of. */
export const inverseConstraintChange = (
  state: ProjectState,
  { put, remove }: ConstraintChange,
): ConstraintChange => {
  const touched = new Set<Constraint['id']>([...put.map(({ id }) => id), ...remove])
  return {
    put: [...touched].flatMap((id) => state.constraint.get(id) ?? []),
    remove: put.map(({ id }) => id).filter((id) => !state.constraint.has(id)),
  }
}
