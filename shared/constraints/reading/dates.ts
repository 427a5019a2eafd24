import { strict } from 'chrono-node'
import { feastAt, feastDate } from './holidays.ts'
import { foreignMonths, months, weekdays } from './lexicon-en.ts'
import { type Token, kindIn, rawIn, valueIn, wordIn } from './tokens.ts'

/** A date as it is written: `d` is missing where only a month is named, `y` where no year is. `next` is the token behind. */
export type WrittenDate = {
  readonly y?: number
  readonly m: number
  readonly d?: number
  /** A feast that moves: its date hangs on the year. */
  readonly inYear?: (y: number) => { readonly m: number; readonly d: number }
  readonly next: number
}

const yearAt = (tokens: readonly Token[], at: number): { readonly y?: number; readonly next: number } => {
  const comma = wordIn(tokens, at) === ',' || wordIn(tokens, at) === 'of' ? 1 : 0
  const token = tokens[at + comma]
  if (!token || token.kind !== 'number' || !/^[12]\d{3}$/u.test(token.raw)) return { next: at }
  return wordIn(tokens, at + comma + 1) === 'words' ? { next: at } : { y: token.n ?? 0, next: at + comma + 1 }
}

const isDay = (token: Token | undefined): token is Token & { readonly n: number } =>
  token !== undefined &&
  (token.kind === 'number' || token.kind === 'ordinal') &&
  Number.isInteger(token.n) &&
  (token.n ?? 0) >= 1 &&
  (token.n ?? 0) <= 31

const monthAt = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' ? months.get(token.word) : undefined

const capital = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.raw ?? '')

const beforeMonth = new Set(
  'in during throughout of by until till from since through to every each late early mid all'.split(' '),
)

/** Month names that are words of their own as well: alone they need a capital, and a word that wants a time. */
const doubtful = new Set(['may', 'march', 'mar', 'jan', 'jun', 'august', 'dec', 'sep', 'april', 'june'])

/** A month alone: with its year, or with a capital and a word before it that wants a time. */
const monthAlone = (tokens: readonly Token[], at: number, m: number, behind: number): WrittenDate | null => {
  const year = yearAt(tokens, behind)
  if (year.y !== undefined) return { m, ...year }
  if (!capital(tokens[at])) return null
  const wants = beforeMonth.has(wordIn(tokens, at - 1))
  return doubtful.has(wordIn(tokens, at)) && !wants ? null : { m, ...year }
}

/** A dot at `at` that belongs to an abbreviation before it. */
const dotAt = (tokens: readonly Token[], at: number): boolean =>
  wordIn(tokens, at) === '.' && tokens[at - 1]?.to === tokens[at]?.from

const monthFirst = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const m = monthAt(tokens[at])
  if (m === undefined) return null
  const behind = dotAt(tokens, at + 1) ? at + 2 : at + 1
  const the = wordIn(tokens, behind) === 'the' ? 1 : 0
  const day = tokens[behind + the]
  const counts = day?.kind === 'number' && wordIn(tokens, behind + the + 1) === 'words'
  return isDay(day) && !counts
    ? { m, d: day.n, ...yearAt(tokens, behind + the + 1) }
    : monthAlone(tokens, at, m, behind)
}

const dayFirst = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const day = tokens[at]
  if (!isDay(day)) return null
  const month = /^(?:of|de|\.)$/u.test(wordIn(tokens, at + 1)) ? at + 2 : at + 1
  const german = wordIn(tokens, at + 1) === '.'
  const m = (german ? undefined : monthAt(tokens[month])) ?? foreignMonths.get(wordIn(tokens, month))
  // "5 may": there the word is a verb.
  const verb = month === at + 1 && day.kind === 'number' && tokens[month]?.raw === 'may'
  if (m === undefined || verb) return null
  const dotted = dotAt(tokens, month + 1) && yearAt(tokens, month + 2).y !== undefined
  return { m, d: day.n, ...yearAt(tokens, dotted ? month + 2 : month + 1) }
}

const touching = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (tokens[i]?.to !== tokens[i + 1]?.from) return false
  return true
}

const monthAndDay = (m: number, d: number): boolean => m >= 1 && m <= 12 && d >= 1 && d <= 31

/** 05-13, where both have two digits and nothing says that it is a range. */
const dashed = (tokens: readonly Token[], at: number): WrittenDate | null => {
  if (wordIn(tokens, at + 1) !== '-' || !touching(tokens, at, at + 2)) return null
  if (!/^[01]\d$/u.test(rawIn(tokens, at)) || !/^[0-3]\d$/u.test(rawIn(tokens, at + 2))) return null
  const longer = wordIn(tokens, at + 3) === '-' && touching(tokens, at + 2, at + 3)
  if (longer || wordIn(tokens, at + 3) === 'words') return null
  const [m, d] = [Number(rawIn(tokens, at)), Number(rawIn(tokens, at + 2))]
  return monthAndDay(m, d) ? { m, d, next: at + 3 } : null
}

/** The last token of a date in digits and marks, or null: 5/13, 5/13/2018, 13.5.2018. */
const numericEnd = (tokens: readonly Token[], at: number): number | null => {
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(rawIn(tokens, at))) return at
  if (wordIn(tokens, at + 1) !== '/') return null
  const long = wordIn(tokens, at + 3) === '/' && touching(tokens, at, at + 4)
  const last = at + (long ? 4 : 2)
  return touching(tokens, at, last) ? last : null
}

/** Such a date; chrono knows the ways of writing them. */
const numeric = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const last = numericEnd(tokens, at)
  if (last === null) return null
  const written = tokens.slice(at, last + 1).map(({ raw }) => raw)
  const [found] = strict.parse(written.join(''), new Date(0))
  const { start } = found ?? {}
  const [m, d] = [start?.get('month'), start?.get('day')]
  if (!start?.isCertain('day') || !m || !d) return null
  const y = start.isCertain('year') ? start.get('year') : null
  return { m, d, ...(y && { y }), next: last + 1 }
}

const chinese = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const number = (i: number, behind: RegExp): number | undefined =>
    kindIn(tokens, i) === 'number' && behind.test(rawIn(tokens, i + 1)) ? valueIn(tokens, i) : undefined
  const y = number(at, /^年$/u)
  const start = y === undefined ? at : at + 2
  const m = number(start, /^月$/u)
  if (m === undefined || m < 1 || m > 12) return null
  const d = number(start + 2, /^[日号]$/u)
  const next = start + (d === undefined ? 2 : 4)
  return { m, ...(y !== undefined && { y }), ...(d !== undefined && { d }), next }
}

const feast = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const found = feastAt((i) => wordIn(tokens, i), at)
  if (!found || !(capital(tokens[at]) || /\p{Script=Han}/u.test(rawIn(tokens, at)))) return null
  const inYear = (y: number) => feastDate(found.day, y)
  return { ...inYear(2_001), inYear, ...yearAt(tokens, at + found.taken) }
}

/** "Friday, the 13th of May"; a feast may be named by its weekday too. */
const behindWeekday = (tokens: readonly Token[], at: number): WrittenDate | null => {
  let next = at + 1
  while (/^(?:,|the)$/u.test(wordIn(tokens, next))) next += 1
  const date = weekdays.has(wordIn(tokens, next)) ? null : dateAt(tokens, next)
  return date?.d === undefined || date.inYear ? feast(tokens, at) : date
}

/** The date that is written at `at`, a weekday before it included ("Friday, the 13th of May 2018"), or null. */
export const dateAt = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const token = tokens[at]
  switch (token?.kind) {
    case 'date':
      return token.date ? { ...token.date, next: at + 1 } : null
    case 'number':
      return dashed(tokens, at) ?? numeric(tokens, at) ?? dayFirst(tokens, at) ?? chinese(tokens, at)
    case 'ordinal':
      return dayFirst(tokens, at)
    case 'word':
      return weekdays.has(token.word)
        ? behindWeekday(tokens, at)
        : (monthFirst(tokens, at) ?? feast(tokens, at))
    default:
      return null
  }
}
