import {
  dayIn,
  daysInMonth,
  dayNumber,
  dateOf,
  firstDay,
  lastDay,
  unitsIn,
  type Calendar,
  type Interval,
} from './calendar.ts'
import { dateAt } from './dates.ts'
import {
  anyUnit,
  articles,
  everyWords,
  froms,
  months,
  prepositions,
  spanNouns,
  untils,
} from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import { romanNumber } from './numbers.ts'
import type { Scope } from './scope.ts'
import { type Token, kindIn, rawIn, wordIn } from './tokens.ts'

/** Where the parser stands: the tokens of one sentence, and what places are read against. */
export type Ground = { readonly tokens: readonly Token[]; readonly scope: Scope }

/**
 * One place in the work: the units it stretches over, or null where its words are plain but the number of units is not
 * known ("the last chapter"). `cell` keeps the coordinates of a place in a grid; `next` is the token behind.
 */
export type Point = {
  readonly units: Interval | null
  readonly cell?: readonly [number, number]
  readonly next: number
}

export const wordAt = ({ tokens }: Ground, at: number): string => wordIn(tokens, at)

/** Whether the token names the units of the work, by their own name or as entries, sections, pieces. */
export const isUnit = ({ tokens, scope }: Ground, at: number): boolean => {
  const token = tokens[at]
  if (token?.kind !== 'word' || scope.noun === null) return false
  if (
    wordIn(tokens, at + 1) === '-' &&
    tokens[at + 1]?.from === token.to &&
    kindIn(tokens, at + 2) === 'word'
  )
    return false
  const noun = unitNoun(token.word, scope.nouns)
  return noun !== null && (scope.nouns.has(noun) || (anyUnit.has(noun) && !scope.parts.has(noun)))
}

/** A span of time that is not the unit itself, where the work has a calendar. */
export const otherSpan = ({ tokens, scope }: Ground, at: number): Calendar['span'] | null => {
  const noun = unitNoun(wordIn(tokens, at))
  const isSpan = (each: string | null): each is Calendar['span'] => each !== null && spanNouns.has(each)
  return scope.calendar && isSpan(noun) && noun !== scope.calendar.span ? noun : null
}

export const valueAt = ({ tokens }: Ground, at: number): number | null => {
  const token = tokens[at]
  if (token?.kind === 'number')
    return Number.isSafeInteger(token.n) && (token.n ?? 0) < 1e6 ? (token.n ?? null) : null
  return null
}

const inCalendar = ({ scope }: Ground, from: number, to: number): Interval | null =>
  scope.calendar ? unitsIn(scope.calendar, [from, to]) : null

/** "May 13-17": the last day, where a second number stands behind a first one. */
const lastOfDays = (
  ground: Ground,
  at: number,
  first: number,
): { readonly d: number; readonly next: number } | null => {
  if (!/^(?:-|–|—|to|through)$/u.test(wordAt(ground, at))) return null
  const token = ground.tokens[at + 1]
  const plain = token?.kind === 'number' || token?.kind === 'ordinal'
  if (
    !plain ||
    token.n === undefined ||
    token.n <= first ||
    token.n > 31 ||
    !/^\d{1,2}(?:\D|$)/u.test(token.raw)
  )
    return null
  return dateAt(ground.tokens, at + 1) || isUnit(ground, at + 2) ? null : { d: token.n, next: at + 2 }
}

/** "13-17 May", "the 13th to the 17th of May". */
const daysFirst = (ground: Ground, at: number): Point | null => {
  const first = ground.tokens[at]
  const { calendar } = ground.scope
  if (!calendar || first?.n === undefined || !/^(?:-|–|—|to|through)$/u.test(wordAt(ground, at + 1)))
    return null
  const last = dateAt(ground.tokens, wordAt(ground, at + 2) === 'the' ? at + 3 : at + 2)
  if (last?.d === undefined || last.inYear || first.n >= last.d || first.n < 1) return null
  const to = dayIn(calendar, last.m, last.d, last.y)
  const days = kindIn(ground.tokens, last.next - 1) === 'number' && last.y === undefined ? null : last
  return days && { units: inCalendar(ground, to - last.d + first.n, to), next: last.next }
}

/** A date as a stretch of units; null where the work has no calendar, or the year makes it one of another work. */
const datePoint = (ground: Ground, at: number): Point | null => {
  const { calendar } = ground.scope
  const several = daysFirst(ground, at)
  if (several) return several
  const written = calendar ? dateAt(ground.tokens, at) : null
  if (!calendar || !written) return null
  const { y, d, next, inYear } = written
  const { m, d: day } = inYear ? { ...inYear(y ?? dateOf(calendar.from).y) } : { m: written.m, d }
  if (day === undefined) {
    const from = dayIn(calendar, m, 1, y)
    const start = from < calendar.from && from + 31 > calendar.from ? calendar.from : from
    const { y: year } = dateOf(from)
    const end = dayNumber(year, m, daysInMonth(year, m))
    return { units: inCalendar(ground, start, Math.min(end, Math.max(lastDay(calendar), start))), next }
  }
  const number = dayIn(calendar, m, day, y)
  const last = lastOfDays(ground, next, day)
  if (last) return { units: inCalendar(ground, number, number + last.d - day), next: last.next }
  return { units: inCalendar(ground, number, number), next }
}

const cellPoint = (ground: Ground, at: number): Point | null => {
  const cell = ground.tokens[at]?.cell
  const { grid, origin } = ground.scope
  if (!cell || !grid) return null
  const [x, y] = [cell[0] - origin, cell[1] - origin]
  const unit = y * grid.width + x + 1
  return x < 0 || y < 0 || x >= grid.width
    ? { units: null, cell, next: at + 1 }
    : { units: [unit, unit], cell, next: at + 1 }
}

/** "3", "no. 3", "III" behind the name of a unit. */
const numberBehind = (
  ground: Ground,
  at: number,
  mayBeRoman: boolean,
): { readonly n: number; readonly next: number } | null => {
  // Chinese sets the number before the unit.
  if (/^\p{Script=Han}/u.test(rawIn(ground.tokens, at - 1))) return null
  let i = at
  while (['no', 'number', '#', 'nr', '.'].includes(wordAt(ground, i))) i += 1
  const n = valueAt(ground, i)
  if (n !== null && wordAt(ground, i + 1) !== 'words' && wordAt(ground, i + 1) !== '%')
    return { n, next: i + 1 }
  const roman =
    mayBeRoman && kindIn(ground.tokens, i) === 'word' ? romanNumber(rawIn(ground.tokens, i)) : null
  return roman === null ? null : { n: roman, next: i + 1 }
}

const spanPoint = (ground: Ground, at: number): Point | null => {
  const span = otherSpan(ground, at)
  const { calendar } = ground.scope
  if (span === null || !calendar) return null
  const of = wordAt(ground, at + 1) === 'of' ? 2 : 1
  const skip = wordAt(ground, at + of) === 'the' ? of + 1 : of
  const dated = datePoint(ground, at + skip)
  if (dated && (span !== 'month' || of === 2)) return dated
  const number = numberBehind(ground, at + 1, false)
  if (!number || number.n < 1) return null
  const whole = { ...calendar, span }
  return {
    units: inCalendar(ground, firstDay(whole, number.n), firstDay(whole, number.n + 1) - 1),
    next: number.next,
  }
}

const mayLead = new Set([...articles, ...prepositions, ...froms, ...untils, ...everyWords, 'and', 'or', 'to'])

const beforePlace = new Set(['at', 'of', 'the', 'on', 'in', 'beginning', 'starting', '('])

/** "Moving day on November 28": the noun is a part of what happens. */
const isCompound = (ground: Ground, at: number): boolean =>
  wordAt(ground, at + 1) === 'on' &&
  kindIn(ground.tokens, at - 1) === 'word' &&
  !mayLead.has(wordAt(ground, at - 1))

/** "Week 5", "Floor at (1, 2)", "the week of May 13", "day January 19". */
const namedPoint = (ground: Ground, at: number): Point | null => {
  if (!isUnit(ground, at)) return spanPoint(ground, at)
  const number = numberBehind(ground, at + 1, true)
  if (number) {
    const { n, next } = number
    const cell = ground.tokens[next]?.cell && ground.scope.grid ? 1 : 0
    return n < 1 ? null : { units: [n, n], next: next + cell }
  }
  if (isCompound(ground, at)) return null
  let i = at + 1
  while (i < at + 4 && beforePlace.has(wordAt(ground, i))) i += 1
  const cell = cellPoint(ground, i)
  if (cell) return cell
  const dated = wordAt(ground, i - 1) === 'in' ? null : datePoint(ground, i)
  return dated && wordAt(ground, dated.next) === ')' && wordAt(ground, i - 1) === '('
    ? { ...dated, next: dated.next + 1 }
    : dated
}

const partPoint = (ground: Ground, at: number): Point | null => {
  const { tokens, scope } = ground
  const here = tokens[at]
  const ordered = here?.kind === 'ordinal' ? here.n : undefined
  const noun = unitNoun(wordIn(tokens, ordered === undefined ? at : at + 1)) ?? ''
  const list = scope.parts.get(noun)
  if (!list) return null
  const behind = ordered === undefined ? numberBehind(ground, at + 1, true) : { n: ordered, next: at + 2 }
  if (!behind) return null
  const units = list.get(behind.n) ?? null
  return { units, next: behind.next }
}

/** A single place that starts at `at` by its own name: a unit by number, a date, a cell, a part of the work. */
export const pointAt = (ground: Ground, at: number): Point | null => {
  const start = wordAt(ground, at) === 'the' ? at + 1 : at
  const token = ground.tokens[start]
  if (!token || token.kind === 'mark' || token.kind === 'quote') return null
  const found =
    partPoint(ground, start) ??
    namedPoint(ground, start) ??
    cellPoint(ground, start) ??
    datePoint(ground, start)
  return found ?? monthOfWork(ground, start)
}

/** A month by itself behind "throughout the month of". */
const monthOfWork = (ground: Ground, at: number): Point | null => {
  if (wordAt(ground, at) !== 'month' || wordAt(ground, at + 1) !== 'of') return null
  return months.has(wordAt(ground, at + 2)) ? datePoint(ground, at + 2) : null
}
