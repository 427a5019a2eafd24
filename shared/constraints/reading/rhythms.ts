import { ofMonths, weekdayAt } from './calendar-rhythms.ts'
import { everyWords, rhythmWords } from './lexicon-en.ts'
import { isUnit, otherSpan, valueAt, wordAt, type Ground } from './points.ts'
import type { Rhythm } from './rhythm.ts'
import { kindIn, valueIn } from './tokens.ts'

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

const parity = (ground: Ground, at: number): Rhythm | null => {
  const word = wordAt(ground, at)
  if (word !== 'odd' && word !== 'even') return null
  let i = at + 1
  while (['-', 'numbered', 'number'].includes(wordAt(ground, i))) i += 1
  return isUnit(ground, i) ? { kind: 'rhythm', n: 2, first: word === 'odd' ? 1 : 2, next: i + 1 } : null
}

/** "5 weeks", "fifth chapter", "5 busy weeks" behind "every". */
const everyNth = (ground: Ground, at: number, n: number, all: boolean): Rhythm | null => {
  const weekday = n < 1e3 ? weekdayAt(ground, at + 1, true) : null
  if (weekday?.kind === 'rhythm') return { ...weekday, n: weekday.n * n }
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

/** ", each opening with …": each of the units that were named. */
const bareEach = (ground: Ground, at: number): Rhythm | null => {
  if (wordAt(ground, at) !== 'each' || ground.scope.noun === null) return null
  if (at > 0 && wordAt(ground, at - 1) !== ',') return null
  return /ing$|^(?:with|must|should|has)$/u.test(wordAt(ground, at + 1))
    ? { kind: 'each', next: at + 1 }
    : null
}

/** What returns, said from `at` on, or null. */
export const rhythmAt = (ground: Ground, at: number): Rhythm | null => {
  if (everyWords.has(wordAt(ground, at))) return everyAt(ground, at) ?? bareEach(ground, at)
  return (
    namedRhythm(ground, at) ??
    parity(ground, at) ??
    ofMonths(ground, at) ??
    countedAdverb(ground, at) ??
    weekdayAt(ground, at, false) ??
    adverbAt(ground, at)
  )
}
