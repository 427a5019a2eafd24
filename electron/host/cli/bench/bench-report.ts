import {
  heldRates,
  placementRates,
  share,
  type ByKind,
  type HeldRate,
  type PlacementRate,
} from './grading/rates.ts'
import { costReport, type CostReport } from './cost-report.ts'
import type { PlacementGrade } from './grading/grade-placement.ts'
import type { Task } from './grading/task.ts'
import type { WrittenTask } from './write-task.ts'

/** One task, and how well its duties were placed. */
export type PlacedTask = { readonly task: Task; readonly grade: PlacementGrade }

/** The one object that `bench --json` prints. Shares are null where there is nothing to take a share of. */
export type BenchReport = {
  readonly benchmark: 'longgenbench'
  readonly tasks: { readonly asked: number; readonly placed: number; readonly written: number }
  readonly placement: {
    readonly all: ByKind<PlacementRate>
    readonly byType: Readonly<Record<string, ByKind<PlacementRate>>>
    /** Checks that no duty meets, and duties that no label asks for, as `task unit: text`. */
    readonly missed: readonly string[]
    readonly wrong: readonly string[]
    readonly excused: number
  }
  /** Null with `--place-only`. */
  readonly documents: DocumentsReport | null
  readonly seconds: number
}

export type DocumentsReport = {
  readonly units: { readonly asked: number; readonly written: number; readonly completion: number | null }
  readonly held: ByKind<HeldRate>
  readonly words: {
    /** Words asked of all units, at least and at most; null where a prompt does not say. */
    readonly asked: { readonly min: number | null; readonly max: number | null }
    readonly written: number
    /** The share of written units that have as many words as asked. */
    readonly within: number | null
  }
  readonly calls: number
  readonly tokens: { readonly input: number; readonly cached: number; readonly output: number }
  /** Null where no document was written. */
  readonly cost: CostReport | null
  readonly seconds: number
  /** What does not hold, as `task unit: label`, and units of another length, as `task unit: words`. */
  readonly missing: readonly string[]
  readonly offLength: readonly string[]
  /** Documents whose run did not end well: `task: why`. */
  readonly unfinished: readonly string[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const placementReport = (placed: readonly PlacedTask[]): BenchReport['placement'] => {
  const byType = Map.groupBy(placed, ({ task }) => task.type)
  return {
    all: placementRates(placed.map(({ grade }) => grade)),
    byType: Object.fromEntries(
      [...byType].map(([type, some]) => [type, placementRates(some.map(({ grade }) => grade))]),
    ),
    missed: placed.flatMap(({ task, grade }) =>
      grade.checks.filter(({ isFound }) => !isFound).map(({ unit, label }) => `${task.id} ${unit}: ${label}`),
    ),
    wrong: placed.flatMap(({ task, grade }) =>
      grade.duties.filter(({ isRight }) => !isRight).map(({ unit, duty }) => `${task.id} ${unit}: ${duty}`),
    ),
    excused: sum(placed.map(({ grade }) => grade.excused)),
  }
}

const wordsAskedOf = (written: readonly WrittenTask[], bound: 'min' | 'max'): number | null => {
  const asked = written.map(({ grade: { words, units } }) => (words.asked?.[bound] ?? NaN) * units.asked)
  return asked.some(Number.isNaN) || asked.length === 0 ? null : sum(asked)
}

const documentsReport = (written: readonly WrittenTask[]): DocumentsReport => {
  const units = {
    asked: sum(written.map(({ grade }) => grade.units.asked)),
    written: sum(written.map(({ grade }) => grade.units.written)),
  }
  const offLength = written.flatMap(({ task, grade }) =>
    grade.words.offLength.map((each) => `${task.id} ${each}`),
  )
  return {
    units: { ...units, completion: share(units.written, units.asked) },
    held: heldRates(written.flatMap(({ grade }) => grade.checks)),
    words: {
      asked: { min: wordsAskedOf(written, 'min'), max: wordsAskedOf(written, 'max') },
      written: sum(written.map(({ grade }) => grade.words.written)),
      within: share(units.written - offLength.length, units.written),
    },
    calls: sum(written.map(({ calls }) => calls)),
    tokens: {
      input: sum(written.map(({ tokens }) => tokens.input)),
      cached: sum(written.map(({ tokens }) => tokens.cached)),
      output: sum(written.map(({ tokens }) => tokens.output)),
    },
    cost: costReport(written),
    seconds: Math.round(sum(written.map(({ seconds }) => seconds)) * 100) / 100,
    missing: written.flatMap(({ task, grade }) =>
      grade.checks.filter(({ isHeld }) => !isHeld).map(({ unit, label }) => `${task.id} ${unit}: ${label}`),
    ),
    offLength,
    unfinished: written.flatMap(({ task, status, fault }) =>
      status === 'done' ? [] : [`${task.id}: ${fault?.sentence ?? status}`],
    ),
  }
}

/** What came of a bench: placement first, then the documents that were written. `seconds` is how long it all took. */
export const benchReport = (
  asked: number,
  placed: readonly PlacedTask[],
  written: readonly WrittenTask[] | null,
  seconds: number,
): BenchReport => ({
  benchmark: 'longgenbench',
  tasks: { asked, placed: placed.length, written: written?.length ?? 0 },
  placement: placementReport(placed),
  documents: written && documentsReport(written),
  seconds: Math.round(seconds * 100) / 100,
})

/** Whether anything falls short of all that was asked. */
export const fallsShort = ({ placement, documents }: BenchReport): boolean =>
  placement.missed.length + placement.wrong.length > 0 ||
  (documents !== null &&
    (documents.units.written < documents.units.asked ||
      documents.missing.length + documents.offLength.length + documents.unfinished.length > 0 ||
      (documents.cost?.over.length ?? 0) > 0))
