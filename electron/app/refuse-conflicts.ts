import { conflictsOf } from '../../shared/constraints/conflicts.ts'
import { conflictError } from '../../shared/conflict-error.ts'
import type { ProjectState } from '../../shared/project-state.ts'

/** Refuses to spend anything on a brief that stands in its own way. Throws `brief-conflict`. */
export const refuseConflicts = ({ brief, constraint }: ProjectState): void => {
  const [asked] = brief.values()
  const error = asked && conflictError(conflictsOf(asked, [...constraint.values()]))
  if (error) throw error
}
