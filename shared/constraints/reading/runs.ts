import { dayListAt } from './day-lists.ts'
import { rangeWords } from './lexicon-en.ts'
import { orderedAt } from './ordinals.ts'
import { isUnit, pointAt, valueAt, wordAt, type Ground, type Point } from './points.ts'

/** Units in a row: every `step`th from `from` to `to`. */
export type Run = { readonly from: number; readonly to: number; readonly step: number }

/** Places named one after the other. `runs` is null where they are not known; `listed` where there were several. */
export type Runs = {
  readonly runs: readonly Run[] | null
  readonly listed: boolean
  readonly cells?: readonly (readonly [number, number])[]
  readonly next: number
}

const between = (a: Point, b: Point, width: number): Run | null => {
  if (!a.units || !b.units) return null
  const [from, to] = [a.units[0], b.units[1]]
  if (a.cell && b.cell && a.cell[0] === b.cell[0] && a.cell[1] !== b.cell[1]) {
    return { from: Math.min(from, to), to: Math.max(from, to), step: width }
  }
  return from <= to ? { from, to, step: 1 } : null
}

/** A rectangle of cells, row by row, where the two corners share neither row nor column. */
const rectangle = (a: Point, b: Point, width: number): readonly Run[] | null => {
  if (!a.cell || !b.cell || !a.units || !b.units || a.cell[0] === b.cell[0] || a.cell[1] === b.cell[1])
    return null
  const [left, right] = [Math.min(a.cell[0], b.cell[0]), Math.max(a.cell[0], b.cell[0])]
  const rows = Math.abs(b.cell[1] - a.cell[1]) + 1
  const top = Math.min(a.units[0] - (a.cell[0] - left), b.units[0] - (b.cell[0] - left))
  return Array.from({ length: Math.min(rows, 1_000) }, (_, i) => ({
    from: top + i * width,
    to: top + i * width + right - left,
    step: 1,
  }))
}

const runOf = ({ units }: Point): Run | null => units && { from: units[0], to: units[1], step: 1 }

const skipThe = (ground: Ground, at: number): number => {
  let i = at
  while (['the', 'end', 'of', 'and', 'including'].includes(wordAt(ground, i)) && i < at + 4) i += 1
  return i
}

const numberPoint = (ground: Ground, at: number): Point | null => {
  const n = valueAt(ground, at)
  if (n === null || n < 1) return null
  return { units: [n, n], next: at + 1 }
}

/** A number in a list counts something else where a noun stands behind it ("week 3, 20 guests"). */
const countsElse = (ground: Ground, at: number): boolean => {
  const token = ground.tokens[at]
  return (
    token?.kind === 'word' &&
    !isUnit(ground, at) &&
    /s$|^(?:%|percent|words)$/u.test(token.word) &&
    token.word.length > 3
  )
}

/** 第三至五章, 第3、7、12周: the unit stands behind the last number. */
const behindList = (ground: Ground, at: number): number => (isUnit(ground, at) ? at + 1 : at)

type Step = { readonly point: Point; readonly plain: boolean }

const stepAt = (ground: Ground, at: number, numbers: boolean): Step | null => {
  const named = pointAt(ground, at)
  if (named) return { point: named, plain: false }
  const number = numbers ? numberPoint(ground, at) : null
  return number && !countsElse(ground, number.next) ? { point: number, plain: true } : null
}

const separated = (ground: Ground, at: number): number => {
  let i = at
  while (/^(?:,|and|&|or|also|plus|as|well|、|，|\/)$/u.test(wordAt(ground, i)) && i < at + 4) i += 1
  while (i > at && /^(?:on|in|at|for|the)$/u.test(wordAt(ground, i)) && i < at + 5) i += 1
  return i
}

const joinedTo = (
  ground: Ground,
  at: number,
  a: Point,
  numbers: boolean,
): { readonly runs: readonly Run[] | null; readonly end: Point } | null => {
  let i = at
  while (wordAt(ground, i) === ',' || wordAt(ground, i) === 'on') i += 1
  if (!rangeWords.has(wordAt(ground, i))) return null
  i += 1
  if (['to', 'until'].includes(wordAt(ground, i))) i += 1
  const b = stepAt(ground, skipThe(ground, i), numbers)?.point ?? orderedAt(ground, skipThe(ground, i))?.[0]
  if (!b) return null
  const width = ground.scope.grid?.width ?? 1
  const corners = rectangle(a, b, width)
  const run = between(a, b, width)
  return { runs: corners ?? (run ? [run] : null), end: { ...b, next: behindList(ground, b.next) } }
}

type Link = {
  readonly runs: readonly Run[] | null
  readonly cells: readonly (readonly [number, number])[]
  readonly next: number
}

/** One member of a list: a place, or a stretch from one to another. */
const linkAt = (ground: Ground, point: Point, numbers: boolean): Link => {
  const own = runOf(point)
  const range = joinedTo(ground, point.next, point, numbers)
  const cells = [point.cell, range?.end.cell].filter((cell) => cell !== undefined)
  return range
    ? { runs: range.runs, cells, next: range.end.next }
    : { runs: own && [own], cells, next: point.next }
}

const onlyOne = (points: readonly Point[] | null): Point | null =>
  points?.length === 1 ? (points[0] ?? null) : null

const nextOf = (ground: Ground, { next }: Link, numbers: boolean): Point | null => {
  const at = separated(ground, next)
  if (at === next) return null
  return stepAt(ground, at, numbers)?.point ?? onlyOne(orderedAt(ground, at, numbers ? 'ends' : null))
}

const listFrom = (ground: Ground, first: Point, numbers: boolean): Runs => {
  const links: Link[] = []
  for (let here: Point | null = first; here;) {
    const link = linkAt(ground, here, numbers)
    links.push(link)
    here = nextOf(ground, link, numbers)
  }
  const known = links.every(({ runs }) => runs !== null)
  const runs = links.flatMap((link) => link.runs ?? [])
  const cells = links.flatMap((link) => link.cells)
  return {
    runs: known ? runs : null,
    listed: links.length > 1 || runs.length > 1,
    ...(cells.length > 0 && { cells }),
    next: links.at(-1)?.next ?? first.next,
  }
}

/** "in the second and the penultimate": two orders and no unit. */
const bareOrders = (ground: Ground, at: number): readonly Point[] | null => {
  if (ground.scope.noun === null || wordAt(ground, at - 1) !== 'in' || wordAt(ground, at) !== 'the')
    return null
  const ordered = orderedAt(ground, at, 'ends')
  return ordered && ordered.length > 1 ? ordered : null
}

/** The places named from `at` on: one, a stretch, or a list of them. */
export const runsAt = (ground: Ground, at: number): Runs | null => {
  const days = dayListAt(ground, at)
  if (days) {
    const runs = days.units.map((unit): Run => ({ from: unit, to: unit, step: 1 }))
    return { runs, listed: true, next: days.next }
  }
  const ordered = orderedAt(ground, at) ?? bareOrders(ground, at)
  const [one, ...rest] = ordered ?? []
  if (one && rest.length > 0) {
    const runs = ordered?.map(runOf) ?? []
    const known = runs.every((run) => run !== null)
    return { runs: known ? runs.filter((run) => run !== null) : null, listed: true, next: one.next }
  }
  const first = one ?? pointAt(ground, at)
  if (!first) return null
  const unitFirst = isUnit(ground, at) || (wordAt(ground, at) === 'the' && isUnit(ground, at + 1))
  return listFrom(ground, first, unitFirst || one !== undefined)
}
