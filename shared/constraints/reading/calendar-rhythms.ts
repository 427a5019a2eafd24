import { dateOf, dayNumber, firstDay, lastDay, unitOfDay, weekdayOf, type Calendar } from './calendar.ts'
import { nthWeekday } from './holidays.ts'
import { everyWords, months, weekdays } from './lexicon-en.ts'
import { wordAt, type Ground } from './points.ts'
import type { Rhythm } from './rhythm.ts'
import { kindIn, valueIn, wordIn } from './tokens.ts'

const limit = 20_000

/** The days of the work, at most 20,000 of them. */
const daysOf = (calendar: Calendar): readonly number[] => {
  const length = Math.max(0, Math.min(limit, lastDay(calendar) - calendar.from + 1))
  return Array.from({ length }, (_, i) => calendar.from + i)
}

const monthsOf = (calendar: Calendar): readonly (readonly [number, number])[] => {
  const [a, b] = [dateOf(calendar.from), dateOf(lastDay(calendar))]
  const length = Math.max(0, Math.min(2_400, (b.y - a.y) * 12 + b.m - a.m + 1))
  return Array.from(
    { length },
    (_, i) => [a.y + Math.floor((a.m - 1 + i) / 12), ((a.m - 1 + i) % 12) + 1] as const,
  )
}

const unitsOn = (calendar: Calendar, days: readonly number[]): readonly number[] => {
  const inside = days.filter((day) => day >= calendar.from && day <= lastDay(calendar))
  return [...new Set(inside.map((day) => unitOfDay(calendar, day)))].toSorted((a, b) => a - b)
}

/** The days of the work that fall on some weekdays; a single one of them returns every seventh day. */
const days = (ground: Ground, wanted: readonly number[], next: number): Rhythm | null => {
  const { calendar } = ground.scope
  if (!calendar || calendar.span !== 'day') return calendar?.span === 'week' ? { kind: 'each', next } : null
  if (!calendar.sure) return { kind: 'unknown', next }
  const [weekday, second] = wanted
  if (weekday !== undefined && second === undefined) {
    return { kind: 'rhythm', n: 7, first: ((weekday - weekdayOf(calendar.from) + 7) % 7) + 1, next }
  }
  const units = unitsOn(
    calendar,
    daysOf(calendar).filter((day) => wanted.includes(weekdayOf(day))),
  )
  return { kind: 'units', units, next }
}

const weekdayWord = (word: string): number | undefined =>
  weekdays.get(word) ?? weekdays.get(word.replace(/s$/u, ''))

/** "every Friday", "Fridays", "weekends", where the units are days. */
export const weekdayAt = (ground: Ground, at: number, every: boolean): Rhythm | null => {
  const word = wordAt(ground, at)
  const weekday = weekdayWord(word)
  if (weekday !== undefined && (every || word.endsWith('days'))) return days(ground, [weekday], at + 1)
  const several = every || word.endsWith('s')
  if (!several || ground.scope.calendar?.span !== 'day') return null
  if (/^weekends?$/u.test(word)) return days(ground, [6, 7], at + 1)
  if (/^weekdays?$/u.test(word)) return days(ground, [1, 2, 3, 4, 5], at + 1)
  return null
}

const nthOfMonth = ({ tokens }: Ground, at: number): number | undefined => {
  if (kindIn(tokens, at) === 'ordinal') return valueIn(tokens, at)
  return wordIn(tokens, at) === 'last' ? -1 : undefined
}

const dayOfMonth = (y: number, m: number, nth: number, weekday: number | undefined): number => {
  if (weekday !== undefined) return nthWeekday(y, m, weekday, nth)
  return nth < 0 ? dayNumber(y, m + 1, 1) - 1 : dayNumber(y, m, nth)
}

/** "the first Monday of each month", "the 15th of every month". */
export const ofMonths = (ground: Ground, at: number): Rhythm | null => {
  const { calendar } = ground.scope
  const start = wordAt(ground, at) === 'the' ? at + 1 : at
  const nth = nthOfMonth(ground, start)
  if (nth === undefined || !calendar) return null
  const weekday = weekdays.get(wordAt(ground, start + 1))
  const named = weekday !== undefined || wordAt(ground, start + 1) === 'day'
  const of = start + (named ? 2 : 1)
  if (!/^(?:of|in)$/u.test(wordAt(ground, of))) return null
  const every = everyWords.has(wordAt(ground, of + 1)) && wordAt(ground, of + 2) === 'month'
  const one = months.get(wordAt(ground, of + 1))
  if (!every && (one === undefined || weekday === undefined)) return null
  const next = every ? of + 3 : of + 2
  if (!calendar.sure && weekday !== undefined) return { kind: 'unknown', next }
  const wanted = monthsOf(calendar).filter(([, m]) => every || m === one)
  return {
    kind: 'units',
    units: unitsOn(
      calendar,
      wanted.map(([y, m]) => dayOfMonth(y, m, nth, weekday)),
    ),
    next,
  }
}

/** The units of something that returns every so many months, from a unit on. */
export const monthly = (calendar: Calendar, every: number, from: number | null): readonly number[] => {
  const start = dateOf(from === null ? calendar.from : firstDay(calendar, from))
  const last = lastDay(calendar)
  const found: number[] = []
  for (let k = 0; k < 2_400; k += 1) {
    const day = dayNumber(start.y, start.m + k * every, start.d)
    if (day > last) break
    found.push(day)
  }
  return unitsOn(calendar, found)
}
