import type { ConstraintChange } from '../../shared/constraint-change.ts'
import type { Placement } from '../../shared/constraints/placement.ts'
import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Constraint } from '../../shared/records.ts'
import type { Change } from '../project/project.ts'

const isInOrder = (placement: Placement): boolean => {
  switch (placement.where) {
    case 'document':
    case 'each':
    case 'once':
      return true
    case 'range':
      return placement.from <= placement.to
    case 'every':
      return placement.to === undefined || placement.from <= placement.to
    case 'some':
      return placement.units.every((unit, i) => i === 0 || unit > (placement.units[i - 1] ?? 0))
  }
}

const refuse = (sentence: string, next: string): never => {
  throw new AppError('usage', sentence, next)
}

const check = (before: Constraint | undefined, { placement, origin }: Constraint): void => {
  if (!isInOrder(placement)) refuse('The places are not in order.', 'Put the first before the last.')
  if (before && JSON.stringify(before.origin) !== JSON.stringify(origin))
    refuse('What a requirement was read from cannot be changed.', 'Change the words of the brief.')
}

/**
 * Puts and removes constraints: mended, confirmed, muted or added by hand. Only what was added can be removed; what the
 * brief says is muted instead, or it would come back. Throws `usage`.
 */
export const changeConstraints = (state: ProjectState, { put, remove }: ConstraintChange): Change => {
  const stays = new Set(put.map(({ id }) => id))
  const gone = remove.flatMap((id) => (stays.has(id) ? [] : (state.constraint.get(id) ?? [])))
  for (const each of put) check(state.constraint.get(each.id), each)
  if (gone.some(({ origin }) => origin.from !== 'hand' && origin.from !== 'model'))
    refuse('It stands in the brief, and would come back.', 'Mute it, or take it out of the brief.')
  return { put, remove: gone.map(({ id }) => id) }
}
