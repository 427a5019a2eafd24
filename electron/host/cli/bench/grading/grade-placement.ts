import { checksOf } from './checks-of.ts'
import { isIn, mattersOf, wordsOf, type Words } from './label-words.ts'
import type { Check, CheckKind, Task } from './task.ts'

/** What each unit owes, by its number: the duties in words. */
export type DutiesByUnit = Readonly<Record<string, readonly string[]>>

/**
 * One check, and whether a duty of its unit holds each of its matters; or one duty, and whether a label of its unit is
 * in it. The kind of a duty is that of the label it holds, at its unit or anywhere in the task; null where none does.
 */
export type GradedCheck = Check & { readonly isFound: boolean }
export type GradedDuty = {
  readonly kind: CheckKind | null
  readonly unit: number
  readonly duty: string
  readonly isRight: boolean
}

export type PlacementGrade = {
  readonly checks: readonly GradedCheck[]
  readonly duties: readonly GradedDuty[]
  /** Faults of the labels that were excused: checks not asked by the prompt, duties whose label was lost. */
  readonly excused: number
}

const holdsMatter =
  (words: Words) =>
  ({ label }: Check): boolean =>
    mattersOf(label).some((matter) => isIn(matter, words))

/** Grades where duties were placed against the labels of a task. Knows nothing of how they were placed. */
export const gradePlacement = (task: Task, duties: DutiesByUnit): PlacementGrade => {
  const { all, lost, notAsked } = checksOf(task)
  const wordsByUnit = new Map(
    Object.entries(duties).map(([unit, owed]) => [Number(unit), owed.map((duty) => wordsOf(duty))]),
  )
  const isFound = ({ unit, label }: Check): boolean =>
    mattersOf(label).every((matter) => (wordsByUnit.get(unit) ?? []).some((words) => isIn(matter, words)))
  const byUnit = Map.groupBy([...all, ...lost], ({ unit }) => unit)
  const isLost = new Set(lost)
  let lostFound = 0
  const graded = Object.entries(duties).flatMap(([key, owed]) =>
    owed.map((duty): GradedDuty => {
      const unit = Number(key)
      const holds = holdsMatter(wordsOf(duty))
      const here = byUnit.get(unit)?.find(holds)
      if (here && isLost.has(here)) lostFound += 1
      return { kind: (here ?? all.find(holds))?.kind ?? null, unit, duty, isRight: here !== undefined }
    }),
  )
  return {
    checks: all.map((check) => ({ ...check, isFound: isFound(check) })),
    duties: graded,
    excused: notAsked + lostFound,
  }
}
