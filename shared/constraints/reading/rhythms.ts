import { dateOf, dayNumber, firstDay, lastDay, unitOfDay, weekdayOf, type Calendar } from './calendar.ts'
import { nthWeekday } from './holidays.ts'
import { everyWords, months, rhythmWords, weekdays } from './lexicon-en.ts'
import { isUnit, otherSpan, valueAt, wordAt, type Ground } from './points.ts'
import { kindIn, valueIn, wordIn } from './tokens.ts'

/**
 * What returns. `each`: every unit. `rhythm`: every `n`th, from `first` where nothing says from where. `months`: every
 * so many months, on a day that hangs on where it begins. `units`: a set told by the calendar. `unknown`: it is plain
 * that something returns, but not when.
 */
export type Rhythm = { readonly next: number } & (
  | { readonly kind: 'each' }
  | { readonly kind: 'rhythm'; readonly n: number; readonly first: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'units'; readonly units: readonly number[] }
  | { readonly kind: 'unknown' }
)

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

const days = (ground: Ground, wanted: (weekday: number) => boolean, next: number): Rhythm | null => {
  const { calendar } = ground.scope
  if (!calendar || calendar.span !== 'day') return calendar?.span === 'week' ? { kind: 'each', next } : null
  if (!calendar.sure) return { kind: 'unknown', next }
  const units = unitsOn(
    calendar,
    daysOf(calendar).filter((day) => wanted(weekdayOf(day))),
  )
  const [first, second] = units
  const even = units.every((unit, i) => i === 0 || unit - (units[i - 1] ?? 0) === 7)
  if (even && first !== undefined && second !== undefined) return { kind: 'rhythm', n: 7, first, next }
  return { kind: 'units', units, next }
}

const weekdayWord = (word: string): number | undefined =>
  weekdays.get(word) ?? weekdays.get(word.replace(/s$/u, ''))

/** "every Friday", "Fridays", "weekends", where the units are days. */
const weekdayAt = (ground: Ground, at: number, every: boolean): Rhythm | null => {
  const word = wordAt(ground, at)
  const weekday = weekdayWord(word)
  if (weekday !== undefined && (every || word.endsWith('days')))
    return days(ground, (each) => each === weekday, at + 1)
  const several = every || word.endsWith('s')
  if (!several || ground.scope.calendar?.span !== 'day') return null
  if (/^weekends?$/u.test(word)) return days(ground, (each) => each >= 6, at + 1)
  if (/^weekdays?$/u.test(word)) return days(ground, (each) => each <= 5, at + 1)
  return null
}

const spanDays: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
])

const monthsIn: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['season', 3],
  ['year', 12],
])

/** Every so many of a span, in units of the work. */
const inUnits = ({ scope }: Ground, span: string, n: number, next: number, first: number): Rhythm | null => {
  const { calendar } = scope
  if (!calendar) return null
  const unit = calendar.span
  if (unit === span) return n === 1 ? { kind: 'each', next } : { kind: 'rhythm', n, first, next }
  const long = spanDays.get(span)
  const short = spanDays.get(unit)
  if (long !== undefined && short !== undefined) {
    const step = (long * n) / short
    if (step < 1) return { kind: 'each', next }
    return Number.isInteger(step) ? { kind: 'rhythm', n: step, first: 1, next } : { kind: 'unknown', next }
  }
  const many = monthsIn.get(span)
  if (many === undefined) return long !== undefined && short === undefined ? { kind: 'each', next } : null
  if (unit === 'month' || unit === 'year') {
    const step = (many * n) / (unit === 'month' ? 1 : 12)
    return step < 1 ? { kind: 'each', next } : { kind: 'rhythm', n: step, first: step, next }
  }
  return { kind: 'months', months: many * n, next }
}

const spanWord = (ground: Ground, at: number): string | null => {
  const word = wordAt(ground, at).replace(/s$/u, '')
  return otherSpan(ground, at) ?? (spanDays.has(word) || monthsIn.has(word) ? word : null)
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
const ofMonths = (ground: Ground, at: number): Rhythm | null => {
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

const parity = (ground: Ground, at: number): Rhythm | null => {
  const word = wordAt(ground, at)
  if (word !== 'odd' && word !== 'even') return null
  let i = at + 1
  while (['-', 'numbered', 'number'].includes(wordAt(ground, i))) i += 1
  return isUnit(ground, i) ? { kind: 'rhythm', n: 2, first: word === 'odd' ? 1 : 2, next: i + 1 } : null
}

/** "5 weeks", "fifth chapter", "5 busy weeks" behind "every". */
const everyNth = (ground: Ground, at: number, n: number, all: boolean): Rhythm | null => {
  const places = kindIn(ground.tokens, at + 1) === 'word' ? [at + 1, at + 2] : [at + 1]
  const unit = places.find((i) => isUnit(ground, i) || spanWord(ground, i) !== null)
  if (unit === undefined || n > 1e6) return null
  const next = unit + 1
  if (!isUnit(ground, unit)) return inUnits(ground, spanWord(ground, unit) ?? '', n, next, n)
  return all && n === ground.scope.count ? { kind: 'each', next } : { kind: 'rhythm', n, first: n, next }
}

/** "chapter", "Friday", "two weeks" behind "every other". */
const everyOther = (ground: Ground, at: number): Rhythm | null => {
  if (isUnit(ground, at)) return { kind: 'rhythm', n: 2, first: 1, next: at + 1 }
  const weekday = weekdayAt(ground, at, true)
  if (weekday?.kind === 'rhythm') return { ...weekday, n: 14 }
  const span = spanWord(ground, at)
  return span === null ? null : inUnits(ground, span, 2, at + 1, 1)
}

/** "chapter", "weekly entry", "long chapter", "Friday", "month" behind "every". */
const everyOne = (ground: Ground, at: number): Rhythm | null => {
  const [regular] = rhythmWords.get(wordAt(ground, at)) ?? []
  if (regular !== undefined && regular === ground.scope.calendar?.span) return { kind: 'each', next: at + 2 }
  if (isUnit(ground, at)) return { kind: 'each', next: at + 1 }
  if (kindIn(ground.tokens, at + 1) === 'word' && isUnit(ground, at + 1))
    return { kind: 'each', next: at + 2 }
  const weekday = weekdayAt(ground, at, true)
  if (weekday) return weekday
  const span = spanWord(ground, at)
  return span === null ? null : inUnits(ground, span, 1, at + 1, 1)
}

/** "every 5 weeks", "every other chapter", "each Friday", "every chapter". */
const everyAt = (ground: Ground, at: number): Rhythm | null => {
  const single = /^(?:single|successive)$/u.test(wordAt(ground, at + 1)) ? at + 2 : at + 1
  const of = wordAt(ground, single) === 'of' ? 1 : 0
  const the = of === 1 && wordAt(ground, single + 1) === 'the' ? 1 : 0
  const start = single + of + the
  const kind = kindIn(ground.tokens, start)
  const n = kind === 'number' || kind === 'ordinal' ? valueIn(ground.tokens, start) : undefined
  if (n !== undefined && wordAt(ground, at) !== 'per') {
    return everyNth(ground, start, Math.max(1, Math.floor(n)), of === 1)
  }
  return wordAt(ground, start) === 'other' ? everyOther(ground, start + 1) : everyOne(ground, start)
}

const gapAt = (ground: Ground, at: number): Rhythm | null => {
  let i = at + 1
  if (!/^(?:of|every)$/u.test(wordAt(ground, i))) return null
  while (/^(?:of|every)$/u.test(wordAt(ground, i))) i += 1
  const n = valueAt(ground, i)
  if (n === null || n < 1) return null
  if (isUnit(ground, i + 1)) return { kind: 'rhythm', n, first: n, next: i + 2 }
  const span = spanWord(ground, i + 1)
  return span === null ? { kind: 'rhythm', n, first: n, next: i + 1 } : inUnits(ground, span, n, i + 2, n)
}

const adverbAt = (ground: Ground, at: number): Rhythm | null => {
  const [span, n] = rhythmWords.get(wordAt(ground, at)) ?? []
  if (span === undefined || n === undefined || !ground.scope.calendar) return null
  return inUnits(ground, span, n, at + 1, 1)
}

/** "12-weekly", "three-weekly". */
const countedAdverb = (ground: Ground, at: number): Rhythm | null => {
  const n = valueAt(ground, at)
  const [span] = rhythmWords.get(wordAt(ground, at + 2)) ?? []
  return n !== null && n > 0 && wordAt(ground, at + 1) === '-' && span !== undefined
    ? inUnits(ground, span, n, at + 3, n)
    : null
}

const allAt = (ground: Ground, at: number): Rhythm | null => {
  let i = at + 1
  while (/^(?:of|the)$/u.test(wordAt(ground, i)) || valueAt(ground, i) !== null) i += 1
  return isUnit(ground, i) ? { kind: 'each', next: i + 1 } : null
}

/** "once a week", "twice a month". */
const timesAt = (ground: Ground, at: number): Rhythm | null => {
  if (!/^(?:a|an|each|per|every)$/u.test(wordAt(ground, at + 1))) return null
  if (isUnit(ground, at + 2)) return { kind: 'each', next: at + 3 }
  const span = spanWord(ground, at + 2)
  if (span === null) return null
  return wordAt(ground, at) === 'once'
    ? inUnits(ground, span, 1, at + 3, 1)
    : { kind: 'unknown', next: at + 3 }
}

const namedRhythm = (ground: Ground, at: number): Rhythm | null => {
  switch (wordAt(ground, at)) {
    case 'interval':
    case 'intervals':
      return gapAt(ground, at)
    case 'alternate':
    case 'alternating':
      return isUnit(ground, at + 1) ? { kind: 'rhythm', n: 2, first: 1, next: at + 2 } : null
    case 'all':
      return allAt(ground, at)
    case 'once':
    case 'twice':
    case 'times':
      return timesAt(ground, at)
    default:
      return null
  }
}

/** What returns, said from `at` on, or null. */
export const rhythmAt = (ground: Ground, at: number): Rhythm | null => {
  if (everyWords.has(wordAt(ground, at))) return everyAt(ground, at)
  return (
    namedRhythm(ground, at) ??
    parity(ground, at) ??
    ofMonths(ground, at) ??
    countedAdverb(ground, at) ??
    weekdayAt(ground, at, false) ??
    adverbAt(ground, at)
  )
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
