import { constraintKinds } from '../../../shared/constraints/index.ts'
import { dutyLine, fieldOf, type Demand } from '../../../shared/constraints/demand.ts'
import type { ConstraintMatrix, MatrixRow } from '../../../shared/questions/constraint-matrix.ts'

/** Colours of threads there are in the theme. */
const hues = 11

/** A requirement as the loom shows it: its row, its name in short, and from which column to which it runs. */
export type Thread = {
  readonly row: MatrixRow
  /** What begins its line: "Say", "Never say". */
  readonly word: string
  readonly name: string
  /** Which thread colour it has, from 1. */
  readonly hue: number
  /** First and last column that owe it; -1 where none does. */
  readonly first: number
  readonly last: number
}

/** One line of the loom: a thread, or all requirements that every section owes, as one band. */
export type Strand =
  | { readonly is: 'thread'; readonly thread: Thread }
  | { readonly is: 'band'; readonly threads: readonly Thread[]; readonly isOpen: boolean }

/** What the writer wants to see; `kind` null is every kind. */
export type LoomFilter = {
  readonly kind: string | null
  readonly trouble: boolean
  readonly text: string
}

export const noFilter: LoomFilter = { kind: null, trouble: false, text: '' }

const kindNumber = (kind: string): number => constraintKinds.findIndex((each) => each.kind === kind)

/** The colour of the threads of a kind, from 1, as the theme numbers them. */
export const hueOfKind = (kind: string): number => (Math.max(0, kindNumber(kind)) % hues) + 1

/** The word that leads what is asked: "Say", "Never say". */
export const wordOf = (demand: Demand): string => {
  const line = dutyLine(demand)
  const colon = line.indexOf(': ')
  return colon < 0 ? demand.kind : line.slice(0, colon)
}

const drawnThread = (row: MatrixRow): Thread => {
  const { demand } = row.constraint
  const cells = Array.from(row.cells)
  return {
    row,
    word: wordOf(demand),
    name: fieldOf(demand).text,
    hue: hueOfKind(demand.kind),
    first: cells.findIndex((code) => code > 0),
    last: cells.findLastIndex((code) => code > 0),
  }
}

const threads = new WeakMap<MatrixRow, Thread>()

/** The thread of a row: the same one as long as the row is the same. */
export const threadOf = (row: MatrixRow): Thread => {
  const known = threads.get(row) ?? drawnThread(row)
  threads.set(row, known)
  return known
}

const isWanted = ({ row, name, word }: Thread, { kind, trouble, text }: LoomFilter): boolean =>
  (kind === null || row.constraint.demand.kind === kind) &&
  (!trouble || row.tally.broken + row.tally.unsure > 0) &&
  `${word} ${name} ${row.constraint.origin.quote}`.toLowerCase().includes(text.trim().toLowerCase())

const byKindThenPlace = (a: Thread, b: Thread): number =>
  kindNumber(a.row.constraint.demand.kind) - kindNumber(b.row.constraint.demand.kind) ||
  a.first - b.first ||
  a.last - b.last

/**
 * The lines of the loom from top to bottom: what every section owes (one band, or unfolded), the placed threads by kind
 * and then by where they begin, and what only the whole work can keep.
 */
export const strandsOf = (
  { rows }: ConstraintMatrix,
  filter: LoomFilter,
  isOpen: boolean,
): readonly Strand[] => {
  const wanted = rows.map(threadOf).filter((thread) => isWanted(thread, filter))
  const of = (reach: MatrixRow['reach']): readonly Thread[] =>
    wanted.filter(({ row }) => row.reach === reach).toSorted(byKindThenPlace)
  const strand = (thread: Thread): Strand => ({ is: 'thread', thread })
  const every = of('every')
  const band: readonly Strand[] = every.length > 0 ? [{ is: 'band', threads: every, isOpen }] : []
  return [
    ...band,
    ...(isOpen ? every.map(strand) : []),
    ...of('placed').map(strand),
    ...of('whole').map(strand),
  ]
}

/** The kinds that the requirements are of, in the order of the registry, each with the word it begins by and its colour. */
export const kindsOf = ({ rows }: ConstraintMatrix): readonly Thread[] => {
  const first = new Map(rows.map(threadOf).map((thread) => [thread.row.constraint.demand.kind, thread]))
  return [...first.values()].toSorted(byKindThenPlace)
}
