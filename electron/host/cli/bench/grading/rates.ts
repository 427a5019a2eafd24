import type { HeldCheck } from './grade-document.ts'
import type { PlacementGrade } from './grade-placement.ts'
import { checkKinds, type CheckKind } from './task.ts'

/** A share with four decimals; null where there is nothing to take a share of. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000

/** How well duties were placed: of the checks those found, of the duties those right. */
export type PlacementRate = {
  readonly checks: number
  readonly found: number
  readonly recall: number | null
  readonly duties: number
  readonly right: number
  readonly precision: number | null
}

/** How many checks hold, over the units that exist and over all checks. */
export type HeldRate = {
  readonly checks: number
  readonly written: number
  readonly held: number
  readonly overWritten: number | null
  readonly overAll: number | null
}

/** A figure for each kind of check, and for all. */
export type ByKind<Rate> = Readonly<Record<CheckKind | 'all', Rate>>

const byKind = <Rate>(rate: (isOf: (kind: CheckKind | null) => boolean) => Rate): ByKind<Rate> => {
  const of = (wanted: CheckKind): Rate => rate((kind) => kind === wanted)
  const [once, range, periodic] = checkKinds
  return { once: of(once), range: of(range), periodic: of(periodic), all: rate(() => true) }
}

/** The rates over many tasks. Duties that hold no label of their task count among `all` alone. */
export const placementRates = (grades: readonly PlacementGrade[]): ByKind<PlacementRate> => {
  const [checks, duties] = [grades.flatMap((each) => each.checks), grades.flatMap((each) => each.duties)]
  return byKind((isOf) => {
    const asked = checks.filter(({ kind }) => isOf(kind))
    const owed = duties.filter(({ kind }) => isOf(kind))
    const found = asked.filter(({ isFound }) => isFound).length
    const right = owed.filter(({ isRight }) => isRight).length
    return {
      checks: asked.length,
      found,
      recall: share(found, asked.length),
      duties: owed.length,
      right,
      precision: share(right, owed.length),
    }
  })
}

/** The rates of what documents hold, over many checks. */
export const heldRates = (checks: readonly HeldCheck[]): ByKind<HeldRate> =>
  byKind((isOf) => {
    const asked = checks.filter(({ kind }) => isOf(kind))
    const written = asked.filter(({ isWritten }) => isWritten).length
    const held = asked.filter(({ isHeld }) => isHeld).length
    return {
      checks: asked.length,
      written,
      held,
      overWritten: share(held, written),
      overAll: share(held, asked.length),
    }
  })
