import type { Placement } from '../placement.ts'
import type { Phrase } from './phrase.ts'
import { monthly } from './calendar-rhythms.ts'
import type { Rhythm } from './rhythm.ts'
import type { Run } from './runs.ts'
import type { Scope } from './scope.ts'

/** A placement, or null where the words name a place that cannot be told from the text. */
export type Placed = { readonly placement: Placement | null; readonly within: boolean }

const most = 5_000

const expand = (runs: readonly Run[]): readonly number[] => {
  const units = new Set<number>()
  for (const { from, to, step } of runs) {
    for (let unit = Math.max(1, from); unit <= to && units.size < most; unit += step) units.add(unit)
  }
  return [...units].toSorted((a, b) => a - b)
}

const some = (units: readonly number[]): Placement | null => {
  const wanted = units.filter((each) => each >= 1).slice(0, most)
  return wanted.length > 0 ? { where: 'some', units: [...wanted] } : null
}

const ofRuns = (runs: readonly Run[], listed: boolean): Placement | null => {
  const [run] = runs
  if (!run) return null
  if (listed || runs.length > 1) return some(expand(runs))
  const { to, step } = run
  const from = run.from < 1 && to >= 1 ? 1 : run.from
  if (from < 1 || to < from) return null
  if (step > 1) return { where: 'every', n: step, from, to }
  return from === to ? { where: 'once', at: from } : { where: 'range', from, to }
}

type Bounds = { readonly from: number | null; readonly to: number | null; readonly known: boolean }

const boundsOf = (phrases: readonly Phrase[], negative: boolean): Bounds => {
  let from: number | null = null
  let to: number | null = null
  let known = true
  for (const phrase of phrases) {
    if (phrase.kind === 'from') {
      from = phrase.at
      known &&= phrase.at !== null
    } else if (phrase.kind === 'until') {
      to = phrase.at === null ? null : phrase.at - (negative && phrase.word === 'until' ? 1 : 0)
      known &&= phrase.at !== null
    }
  }
  return { from, to, known }
}

const find = <Kind extends Phrase['kind']>(
  phrases: readonly Phrase[],
  kind: Kind,
): Extract<Phrase, { kind: Kind }> | undefined =>
  phrases.find((phrase): phrase is Extract<Phrase, { kind: Kind }> => phrase.kind === kind)

/** Every n from `from`; along the column x varies and a row of the grid is the end, along the row y varies. */
const rhythmic = (
  n: number,
  from: number,
  to: number | null,
  phrases: readonly Phrase[],
  { grid }: Scope,
): Placement | null => {
  if (from < 1) return null
  const along = find(phrases, 'along')
  if (!grid || !along) return { where: 'every', n, from, ...(to !== null && { to: Math.max(1, to) }) }
  if (along.axis === 'row') {
    return { where: 'every', n: n * grid.width, from, ...(to !== null && { to }) }
  }
  const rowEnd = Math.ceil(from / grid.width) * grid.width
  return { where: 'every', n, from, to: to === null ? rowEnd : Math.min(to, rowEnd) }
}

type Span = { readonly from: number | null; readonly to: number | null }

/** What bounds a rhythm: what is said from and until, else the stretch that is named beside it. */
const spanOf = (runs: readonly Run[] | null, { from, to }: Bounds): Span => {
  if (!runs) return { from, to }
  const first = Math.min(...runs.map((run) => run.from))
  const last = Math.max(...runs.map((run) => run.to))
  const stretch = last > first && from === null
  return { from: from ?? first, to: to ?? (stretch ? last : null) }
}

const openRange = ({ from, to }: Span, count: number | undefined): Placement | null => {
  const last = to ?? count
  const first = Math.max(1, from ?? 1)
  if (last === undefined) return { where: 'every', n: 1, from: first }
  return last < first ? null : { where: 'range', from: first, to: last }
}

const ofCalendar = (
  rhythm: Extract<Rhythm, { kind: 'units' | 'months' }>,
  { from, to }: Span,
  { calendar }: Scope,
): Placement | null => {
  const all = rhythm.kind === 'units' ? rhythm.units : calendar ? monthly(calendar, rhythm.months, from) : []
  return some(all.filter((unit) => unit >= (from ?? 1) && unit <= (to ?? Infinity)))
}

const returning = (phrases: readonly Phrase[], bounds: Bounds, scope: Scope): Placement | null => {
  const rhythm = find(phrases, 'returns')?.rhythm
  const at = find(phrases, 'at')
  if (!rhythm || !bounds.known || at?.runs === null) return null
  const span = spanOf(at?.runs ?? null, bounds)
  switch (rhythm.kind) {
    case 'unknown':
      return null
    case 'each':
      if (at?.runs) return ofRuns(at.runs, at.listed)
      return span.from === null && span.to === null ? { where: 'each' } : openRange(span, scope.count)
    case 'rhythm':
      return rhythmic(rhythm.n, span.from ?? rhythm.first, span.to, phrases, scope)
    case 'units':
    case 'months':
      return ofCalendar(rhythm, span, scope)
  }
}

const without = (
  phrases: readonly Phrase[],
  runs: readonly Run[] | null,
  { count }: Scope,
): Placement | null => {
  if (!runs || count === undefined) return null
  const at = find(phrases, 'at')
  const out = new Set(expand(runs))
  const all = at?.runs ? expand(at.runs) : Array.from({ length: Math.min(count, most) }, (_, i) => i + 1)
  const left = all.filter((unit) => !out.has(unit))
  const [first, last] = [left[0], left.at(-1)]
  if (first === undefined || last === undefined) return null
  if (last - first + 1 !== left.length) return some(left)
  return first === last ? { where: 'once', at: first } : { where: 'range', from: first, to: last }
}

const listedAt = (at: readonly Extract<Phrase, { kind: 'at' }>[]): Placement | null => {
  if (at.some(({ runs }) => runs === null)) return null
  const runs = at.flatMap((phrase) => phrase.runs ?? [])
  const [first] = runs
  const same = first !== undefined && runs.every(({ from, to }) => from === first.from && to === first.to)
  const listed = at.some((phrase) => phrase.listed)
  return ofRuns(same ? [first] : runs, listed)
}

const sure = (placement: Placement | null): Placed => ({ placement, within: false })

const bounded = (phrases: readonly Phrase[], { from, to, known }: Bounds, { count }: Scope): Placed => {
  const first = Math.max(1, from ?? 1)
  const last = to ?? count
  if (!known || (last !== undefined && last < first)) return sure(null)
  if (last === undefined) return sure({ where: 'every', n: 1, from: first })
  const lasts = phrases.some((each) => each.kind === 'until' && each.word === 'until')
  const placement: Placement =
    first === last ? { where: 'once', at: first } : { where: 'range', from: first, to: last }
  return { placement, within: from === null && !lasts }
}

/**
 * The one placement that several phrases of a clause make together: a rhythm with where it starts and ends, a range, a
 * list. `within` says that the place is only a bound ("before chapter 20"), so that a wish need not be kept in each unit.
 */
export const combine = (phrases: readonly Phrase[], scope: Scope, negative: boolean): Placed => {
  const except = find(phrases, 'except')
  if (except) return sure(without(phrases, except.runs, scope))
  const bounds = boundsOf(phrases, negative)
  if (find(phrases, 'returns')) return sure(returning(phrases, bounds, scope))
  const at = phrases.filter((phrase) => phrase.kind === 'at')
  if (at.length > 0) return sure(listedAt(at))
  if (bounds.from !== null || bounds.to !== null || !bounds.known) return bounded(phrases, bounds, scope)
  return sure(find(phrases, 'whole') ? { where: 'document' } : null)
}
