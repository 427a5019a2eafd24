import { countIn, dayNumber, daysInMonth, type Calendar } from './calendar.ts'
import { dateAt, type WrittenDate } from './dates.ts'
import { froms, spanNouns, untils } from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import type { Sentence } from './sentences.ts'
import { rawIn, wordIn, type Token } from './tokens.ts'

/** The first and last day of a work, as far as its text tells; `year` says that it names no more than a year. */
export type SpanOfWork = { readonly from?: number; readonly to?: number; readonly year?: number }

const works = new Set(
  'diary journal calendar menu log year book story novel account chronicle record almanac it entry week day month first series plan blog column letters narrative 日'.split(
    ' ',
  ),
)

const isYear = (token: Token | undefined): token is Token & { readonly n: number } =>
  token?.kind === 'number' && /^[12]\d{3}$/u.test(token.raw)

const yearWords = new Set(
  'for year of in during throughout covering spanning calendar across to entire full whole'.split(' '),
)

/** Whether the year at `at` is said of the work: behind "for", "year", "of" …, or before the work's name. */
const isWorkYear = (tokens: readonly Token[], at: number): boolean => {
  const after = wordIn(tokens, at + 1)
  if (/^(?:words|-)$/u.test(after) || unitNoun(after) === 'page') return false
  return works.has(after) || rawIn(tokens, at + 1) === '年' || yearWords.has(wordIn(tokens, at - 1))
}

/** The year of the work: the first that is said of it. */
const yearIn = (sentences: readonly Sentence[]): number | undefined => {
  for (const { tokens } of sentences) {
    const year = tokens.find((token, at) => isYear(token) && isWorkYear(tokens, at))
    if (year) return year.n
  }
  return undefined
}

const opensWork = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens.slice(Math.max(0, at - 4), at)
  return before.every(
    ({ kind, word }) =>
      kind !== 'word' || works.has(word) || /^(?:the|and|should|must|will|each|of|please)$/u.test(word),
  )
}

/** "Start from January 1st, a Monday": the day the work begins, said as an order or of the work itself. */
const startIn = (tokens: readonly Token[], year: number | undefined): number | undefined => {
  if (tokens.some(({ word }) => word === 'every')) return undefined
  for (const [at, { word }] of tokens.entries()) {
    if (!froms.has(word) || word === 'from' || word === 'since' || !opensWork(tokens, at)) continue
    for (let i = at + 1; i <= at + 4; i += 1) {
      const date = dateAt(tokens, i)
      const y = date?.y ?? year
      if (date?.d !== undefined && y !== undefined) return dayNumber(y, date.m, date.d)
    }
  }
  return undefined
}

const namesWork = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => works.has(word) || spanNouns.has(unitNoun(word) ?? ''))

/** The last day of a date that may be a month, in a year. */
const lastOf = ({ m, d }: WrittenDate, y: number): number => dayNumber(y, m, d ?? daysInMonth(y, m))

/** "from March 1 to May 31, 2020", "for March 2021": the days it stretches over. */
const rangeAt = (tokens: readonly Token[], at: number, year: number | undefined): SpanOfWork | null => {
  if (!/^(?:from|covering|spanning|between|for|of|in|throughout)$/u.test(wordIn(tokens, at - 1))) return null
  const from = dateAt(tokens, at)
  if (!from) return null
  const joint = wordIn(tokens, from.next)
  const joins = untils.has(joint) || /^(?:to|and|-|–|—)$/u.test(joint)
  const to = joins ? dateAt(tokens, from.next + 1) : null
  const y = from.y ?? to?.y ?? year
  if (y === undefined || (!to && from.d !== undefined)) return null
  const end = to ?? from
  const first = dayNumber(y, from.m, from.d ?? 1)
  const last = lastOf(end, end.y ?? y)
  return { from: first, to: last < first ? lastOf(end, y + 1) : last }
}

const rangeIn = (tokens: readonly Token[], year: number | undefined): SpanOfWork => {
  if (!namesWork(tokens)) return {}
  for (let at = 1; at < tokens.length; at += 1) {
    const range = rangeAt(tokens, at, year)
    if (range) return range
  }
  return {}
}

const tells = new Set(
  'write create generate keep diary journal log covering spanning runs covers menu'.split(' '),
)

/** When the work takes place, read from the sentences that say so. */
export const spanOfWork = (sentences: readonly Sentence[]): SpanOfWork => {
  const year = yearIn(sentences)
  const base = year === undefined ? {} : { year }
  for (const { tokens } of sentences) {
    const from = startIn(tokens, year)
    if (from !== undefined) return { ...base, from }
  }
  for (const { tokens, item } of sentences) {
    const range = item || !tokens.some(({ word }) => tells.has(word)) ? {} : rangeIn(tokens, year)
    if (range.from !== undefined) return { ...base, ...range }
  }
  return base
}

/** The calendar of units that are spans of time; without a year one is assumed that begins with a first of January. */
export const calendarOf = (
  span: Calendar['span'],
  count: number | undefined,
  { from, to, year }: SpanOfWork,
): Calendar => {
  const sure = from !== undefined || year !== undefined
  // 2018 begins on a Monday; 2024 is the leap year that does.
  const assumed = count === 366 ? 2_024 : 2_018
  const first = from ?? dayNumber(year ?? assumed, 1, 1)
  const y = year ?? assumed
  const last = to ?? (from === undefined ? dayNumber(y, 12, 31) : first + 365 - 1)
  return { from: first, span, count: count ?? countIn(span, first, last), sure }
}
