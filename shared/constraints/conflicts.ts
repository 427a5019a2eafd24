import type { Brief, Constraint } from '../records.ts'
import { clashes } from './conflicts/clashes.ts'
import type { Conflict } from './conflicts/conflict.ts'
import { lengthConflicts } from './conflicts/lengths.ts'
import { sidesOf, unitCount } from './conflicts/sides.ts'
import { outside, useConflicts } from './conflicts/uses.ts'

export type { Conflict } from './conflicts/conflict.ts'

/** What stands in its own way in a brief, found before any token is spent; conflicts first. */
export const conflictsOf = (brief: Brief, constraints: readonly Constraint[]): readonly Conflict[] => {
  const count = unitCount(brief, constraints)
  const sides = sidesOf(constraints, count)
  const found = [
    ...lengthConflicts(brief, sides, count),
    ...clashes(sides, count),
    ...useConflicts(sides, brief.units?.label ?? 'Section'),
    ...outside(brief, constraints),
  ]
  return found.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
}
