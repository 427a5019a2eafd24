import type { Units } from '../../records.ts'

const day = 86_400_000

/** Days since 1 January 1970 (may be negative) of a date; months from 1, days of a month that has fewer run over. */
export const dayNumber = (y: number, m: number, d: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  return Math.round(date.getTime() / day)
}

export const dateOf = (number: number): { readonly y: number; readonly m: number; readonly d: number } => {
  const date = new Date(number * day)
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() }
}

/** ISO 8601, or null for years that it cannot write in four digits. */
export const isoOf = (number: number): string | null => {
  const { y, m, d } = dateOf(number)
  if (y < 1 || y > 9_999) return null
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export const daysInMonth = (y: number, m: number): number => dayNumber(y, m + 1, 1) - dayNumber(y, m, 1)

/** A stretch of units or of days, both ends included. */
export type Interval = readonly [number, number]

/**
 * Units that are spans of time: the day the first begins, how long each is, and how many there are. `sure` is false where
 * the text names no year, so that weekdays cannot be told.
 */
export type Calendar = {
  readonly from: number
  readonly span: NonNullable<Units['span']>
  readonly count: number
  readonly sure: boolean
}

const monthsFrom = (from: number, at: number): number => {
  const a = dateOf(from)
  const b = dateOf(at)
  return (b.y - a.y) * 12 + b.m - a.m - (b.d < a.d ? 1 : 0)
}

/** The first day of a unit. */
export const firstDay = ({ from, span }: Calendar, unit: number): number => {
  if (span === 'day') return from + unit - 1
  if (span === 'week') return from + (unit - 1) * 7
  const { y, m, d } = dateOf(from)
  return span === 'month' ? dayNumber(y, m + unit - 1, d) : dayNumber(y + unit - 1, m, d)
}

/** The unit a day falls in, counted from 1; it may lie outside the work. */
export const unitOfDay = (calendar: Calendar, at: number): number => {
  const { from, span, count } = calendar
  if (span === 'day') return at - from + 1
  if (span === 'month') return monthsFrom(from, at) + 1
  if (span === 'year') return Math.floor(monthsFrom(from, at) / 12) + 1
  const week = Math.floor((at - from) / 7) + 1
  // A year has a day or two more than 52 weeks: they belong to its last week.
  const sameYear = dateOf(at).y === dateOf(firstDay(calendar, count)).y
  return week === count + 1 && sameYear && count % 52 === 0 ? count : week
}

/** The last day of the work. */
export const lastDay = (calendar: Calendar): number => {
  const last = firstDay(calendar, calendar.count + 1) - 1
  const { y } = dateOf(last)
  const newYearsEve = dayNumber(y, 12, 31)
  return calendar.span === 'week' && newYearsEve - last < 7 && calendar.count % 52 === 0 ? newYearsEve : last
}

/** The day that a date without a year means: its first day within the work, else in the year the work begins. */
export const dayIn = (calendar: Calendar, m: number, d: number, y?: number): number => {
  if (y !== undefined) return dayNumber(y, m, d)
  const first = dateOf(calendar.from).y
  const here = dayNumber(first, m, d)
  if (here >= calendar.from) return here
  const next = dayNumber(first + 1, m, d)
  return next <= lastDay(calendar) ? next : here
}

/** The units that a stretch of days covers. */
export const unitsIn = (calendar: Calendar, [from, to]: Interval): Interval => [
  unitOfDay(calendar, from),
  unitOfDay(calendar, to),
]

/** How many whole units of a span the days from `from` to `to` hold; a part of a week at a year's end is none. */
export const countIn = (span: Calendar['span'], from: number, to: number): number => {
  const days = to - from + 1
  if (span === 'day') return days
  if (span === 'week') return days >= 364 && days <= 366 ? 52 : Math.ceil(days / 7)
  const months = monthsFrom(from, to + 1)
  return span === 'month' ? Math.max(1, months) : Math.max(1, Math.round(months / 12))
}
