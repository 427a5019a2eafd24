import { check, documentMeans } from '../constraints/demand.ts'
import type { Check } from '../constraints/kind.ts'
import { reach, unitsOf } from '../constraints/placement.ts'
import type { ProjectState } from '../project-state.ts'
import type { Constraint, Draft, Section, SectionId } from '../records.ts'
import { desk } from './drafts.ts'
import { dutiesOf } from './duties.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { draftStep } from './steps.ts'
import { roams, sectionVerdicts, wholeVerdicts, type DutyVerdict } from './verdicts.ts'

/** How a requirement stands in a section: `cells` hold places in this list. */
export const cellNames = ['empty', 'owed', 'kept', 'broken', 'unsure'] as const
export type CellName = (typeof cellNames)[number]

/** A section, or before there is a plan a unit of the brief; `part` is the title of what it stands under. */
export type MatrixColumn = {
  readonly section: SectionId | null
  readonly unit: number | null
  readonly title: string
  readonly part: string | null
}

/** How many cells stand how. */
export type CellTally = { readonly [Name in Exclude<CellName, 'empty'>]: number }

/**
 * One requirement across all columns. It is `placed` in some of them, owed by `every` one, or only the `whole` work can
 * keep it; `whole` is then how it stands there, and `empty` otherwise.
 */
export type MatrixRow = {
  readonly constraint: Constraint
  readonly reach: 'placed' | 'every' | 'whole'
  readonly cells: ArrayLike<number>
  readonly whole: CellName
  readonly tally: CellTally
}

export type ConstraintMatrix = {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
  readonly tally: CellTally
}

const owed = 1
const kept = 2
const codeOf = (name: CellName): number => cellNames.indexOf(name)

const tallyOf = (cells: ArrayLike<number>, whole: CellName): CellTally => {
  const counts = { empty: 0, owed: 0, kept: 0, broken: 0, unsure: 0 }
  counts[whole] += 1
  for (let i = 0; i < cells.length; i += 1) counts[cellNames[cells[i] ?? 0] ?? 'empty'] += 1
  return { owed: counts.owed, kept: counts.kept, broken: counts.broken, unsure: counts.unsure }
}

const withRows = (columns: readonly MatrixColumn[], rows: readonly MatrixRow[]): ConstraintMatrix => {
  const sum = (name: keyof CellTally): number => rows.reduce((total, { tally }) => total + tally[name], 0)
  const tally = { owed: sum('owed'), kept: sum('kept'), broken: sum('broken'), unsure: sum('unsure') }
  return { columns, rows, tally }
}

const plannedColumns = (state: ProjectState): readonly MatrixColumn[] =>
  leaves(state).map((section) => {
    let top: Section | undefined
    for (let { parent } = section, depth = 0; parent !== null && depth < 16; depth += 1) {
      top = state.section.get(parent)
      parent = top?.parent ?? null
    }
    return { section: section.id, unit: section.unit, title: section.title, part: top?.title ?? null }
  })

const briefColumns = (state: ProjectState): readonly MatrixColumn[] => {
  const [brief] = state.brief.values()
  const furthest = Math.max(0, ...[...state.constraint.values()].map(({ placement }) => reach(placement)))
  const { label = 'Section', count = furthest } = brief?.units ?? {}
  const units = Array.from({ length: count }, (_, i) => i + 1)
  return units.map((unit) => ({ section: null, unit, title: `${label} ${unit}`, part: null }))
}

const reachOf = ({ demand, placement }: Constraint): MatrixRow['reach'] => {
  if (placement.where === 'each') return 'every'
  if (placement.where !== 'document') return 'placed'
  const means = documentMeans(demand)
  return means === 'every section' ? 'every' : means === 'the whole' ? 'whole' : 'placed'
}

/** All that plan and brief decide, before anything is written: every cell that is owed. */
type Warp = {
  readonly matrix: ConstraintMatrix
  readonly leaves: readonly Section[]
  readonly rowOf: ReadonlyMap<Constraint['id'], number>
  /** The rows that roam, each with the column whose section is to carry it. */
  readonly carriers: ReadonlyMap<number, number>
}

/** The units that owe a constraint as far as the brief alone says so. */
const owedUnits = ({ demand, placement }: Constraint, count: number): readonly number[] => {
  if (placement.where !== 'document') return unitsOf(placement, count)
  switch (documentMeans(demand)) {
    case 'every section':
      return unitsOf({ where: 'each' }, count)
    case 'the first section':
      return unitsOf({ where: 'once', at: 1 }, count)
    case 'the last section':
      return count > 0 ? [count] : []
    case 'one section':
    case 'the whole':
      return []
  }
}

const warpOf = question(['section', 'constraint', 'brief'], (state): Warp => {
  const isPlanned = state.section.size > 0
  const columns = isPlanned ? plannedColumns(state) : briefColumns(state)
  const constraints = [...state.constraint.values()].filter(({ muted }) => muted !== true)
  const rowOf = new Map(constraints.map(({ id }, i) => [id, i]))
  const cells = constraints.map((constraint) => {
    const row = new Uint8Array(columns.length)
    if (!isPlanned) for (const unit of owedUnits(constraint, columns.length)) row[unit - 1] = owed
    return row
  })
  for (const [i, { id }] of leaves(state).entries()) {
    for (const { constraint } of dutiesOf(state, id)) {
      const row = cells[rowOf.get(constraint) ?? -1]
      if (row) row[i] = owed
    }
  }
  const onWhole = new Set(isPlanned ? dutiesOf(state, null).map(({ constraint }) => constraint) : [])
  const rows = constraints.map((constraint, i): MatrixRow => {
    const row = cells[i] ?? new Uint8Array()
    const isWhole = onWhole.has(constraint.id) || !row.includes(owed)
    const whole = isWhole ? 'owed' : 'empty'
    const reaches = isWhole ? 'whole' : reachOf(constraint)
    return { constraint, reach: reaches, cells: row, whole, tally: tallyOf(row, whole) }
  })
  const carriers = new Map<number, number>()
  for (const [at, row] of rows.entries()) {
    if (isPlanned && row.reach !== 'whole' && roams(row.constraint))
      carriers.set(at, cells[at]?.indexOf(owed) ?? -1)
  }
  return { matrix: withRows(columns, rows), leaves: leaves(state), rowOf, carriers }
})

type Standing = { readonly on: readonly unknown[]; readonly verdicts: readonly DutyVerdict[] }
const standings = new WeakMap<Section, Standing>()

/** How the duties of one section stand: the very same answer as long as nothing of that section has changed. */
const standingOf = (state: ProjectState, section: Section): Standing => {
  const { current } = desk(state, section.id)
  const duties = dutiesOf(state, section.id)
  const review = current && state.review.get(`review:${current.id.slice('draft:'.length)}`)
  const failed = !current && state.step.get(draftStep(section))?.status === 'failed'
  const on = [current, duties, review, failed]
  const last = standings.get(section)
  if (last?.on.every((each, i) => each === on[i])) return last
  const fresh = { on, verdicts: sectionVerdicts(state, section) }
  standings.set(section, fresh)
  return fresh
}

const checked = new WeakMap<Draft, WeakMap<object, { readonly said: Check | null }>>()

const checkOf = (draft: Draft, { demand }: Constraint): Check | null => {
  const known = checked.get(draft) ?? new WeakMap<object, { readonly said: Check | null }>()
  checked.set(draft, known)
  const last = known.get(demand)
  if (last) return last.said
  const said = check(demand, draft.text)
  known.set(demand, { said })
  return said
}

/** The section whose text says what the document must say once. */
const holder = (state: ProjectState, constraint: Constraint): number =>
  leaves(state).findIndex(({ id }) => {
    const { current } = desk(state, id)
    return current !== undefined && checkOf(current, constraint)?.verdict === 'kept'
  })

type Woven = { readonly standings: readonly Standing[]; readonly matrix: ConstraintMatrix }
const woven = new WeakMap<Warp, Woven>()

/** The cells of a requirement that roams: where it was found, else where it is to be said. */
const roamed = (state: ProjectState, { constraint, cells }: MatrixRow, carrier: number, own: CellName) => {
  const found = own === 'kept' ? -1 : holder(state, constraint)
  const fresh = new Uint8Array(cells.length)
  if (found >= 0) fresh[found] = kept
  else fresh[carrier] = codeOf(own)
  return fresh
}

const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < b.length; i += 1) if (a[i] !== b[i]) return false
  return true
}

/** Rows being woven on: what is put is copied once, what is equal stays as it is. */
const weaving = (rows: readonly MatrixRow[]) => {
  const fresh = new Map<number, { cells: Uint8Array; whole: CellName }>()
  const open = (at: number, row: MatrixRow) => {
    const copy = fresh.get(at) ?? { cells: Uint8Array.from(row.cells), whole: row.whole }
    fresh.set(at, copy)
    return copy
  }
  const renewed = (row: MatrixRow, at: number): MatrixRow => {
    const changed = fresh.get(at)
    return changed ? { ...row, ...changed, tally: tallyOf(changed.cells, changed.whole) } : row
  }
  return {
    putCell: (at: number, column: number, code: number): void => {
      const row = rows[at]
      if (row && (fresh.get(at)?.cells ?? row.cells)[column] !== code) open(at, row).cells[column] = code
    },
    putCells: (at: number, cells: Uint8Array): void => {
      const row = rows[at]
      if (row && !isSame(row.cells, cells)) open(at, row).cells.set(cells)
    },
    putWhole: (at: number, whole: CellName): void => {
      const row = rows[at]
      if (row && row.whole !== whole) open(at, row).whole = whole
    },
    done: (last: ConstraintMatrix): ConstraintMatrix =>
      fresh.size === 0 ? last : withRows(last.columns, rows.map(renewed)),
  }
}

const weave = (state: ProjectState, warp: Warp, before: Woven | undefined, now: readonly Standing[]) => {
  const last = before?.matrix ?? warp.matrix
  const { putCell, putCells, putWhole, done } = weaving(last.rows)
  const rowOf = ({ duty }: DutyVerdict): number => warp.rowOf.get(duty.constraint) ?? -1
  for (const [column, { verdicts }] of now.entries()) {
    if (before?.standings[column]?.verdicts === verdicts) continue
    for (const each of verdicts) {
      if (!warp.carriers.has(rowOf(each))) putCell(rowOf(each), column, codeOf(each.verdict))
    }
  }
  for (const [at, carrier] of warp.carriers) {
    const row = last.rows[at]
    const own = now[carrier]?.verdicts.find((each) => rowOf(each) === at)
    if (row) putCells(at, roamed(state, row, carrier, own?.verdict ?? 'owed'))
  }
  for (const each of wholeVerdicts(state)) putWhole(rowOf(each), each.verdict)
  return done(last)
}

/**
 * Requirements × sections, and how each stands. What did not change keeps its identity, row by row: after one review
 * only the cells of its section are worked out anew.
 */
export const constraintMatrix = question(
  ['section', 'constraint', 'brief', 'draft', 'review', 'step'],
  (state): ConstraintMatrix => {
    const warp = warpOf(state)
    const before = woven.get(warp)
    const now = warp.leaves.map((section) => standingOf(state, section))
    const matrix = weave(state, warp, before, now)
    woven.set(warp, { standings: now, matrix })
    return matrix
  },
)

/** What one cell rests on: the verdict in words and the place, for whoever looks at it. `column` -1 is the whole work. */
export const verdictAt = (state: ProjectState, row: MatrixRow, column: number): DutyVerdict | null => {
  const { constraint } = row
  const isIts = ({ duty }: DutyVerdict): boolean => duty.constraint === constraint.id
  if (column < 0) return wholeVerdicts(state).find(isIts) ?? null
  const section = leaves(state)[column]
  if (!section) return null
  const own = standingOf(state, section).verdicts.find(isIts)
  const { current } = desk(state, section.id)
  if (!roams(constraint) || own?.verdict === 'kept' || !current) return own ?? null
  const said = checkOf(current, constraint)
  const duty = { constraint: constraint.id, section: section.id, demand: constraint.demand }
  return said?.verdict === 'kept' ? { duty, ...said, by: 'code' } : (own ?? null)
}
