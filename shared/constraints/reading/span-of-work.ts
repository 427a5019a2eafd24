import { countIn, dayNumber, daysInMonth, type Calendar } from './calendar.ts'
import { dateAt, type WrittenDate } from './dates.ts'
import { froms, months, spanNouns, untils } from './lexicon-en.ts'
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

const tells = new Set(
  'write create generate keep diary journal log covering spanning runs covers menu chronicle almanac calendar compose draft plan design'.split(
    ' ',
  ),
)

/** Whether a sentence is about the work: it bids to write it, or names its units before all else ("26 weeks from …"). */
const tellsWork = (tokens: readonly Token[]): boolean => {
  if (tokens.some(({ word }) => tells.has(word))) return true
  const opening = tokens.slice(0, 5)
  const number = opening.findIndex(({ kind }) => kind === 'number')
  return number >= 0 && opening.slice(number + 1).some(({ word }) => unitNoun(word) !== null)
}

const isYear = (token: Token | undefined): token is Token & { readonly n: number } =>
  token?.kind === 'number' && /^[12]\d{3}$/u.test(token.raw)

const yearWords = new Set(
  'for year in during throughout covering spanning calendar across to entire full whole'.split(' '),
)
const beforeOf = new Set('year course whole entirety spring summer autumn fall winter season'.split(' '))

/** Whether the year at `at` is said of the work: behind "for", "year", "of" …, or before the work's name. */
const isWorkYear = (tokens: readonly Token[], at: number): boolean => {
  const after = wordIn(tokens, at + 1)
  if (/^(?:words|-)$/u.test(after) || unitNoun(after) === 'page') return false
  const [named, before] = [wordIn(tokens, at - 2), wordIn(tokens, at - 1)]
  // "the year of 2018", "a diary of 2018", but not "the class of 1999".
  if (before === 'of') return beforeOf.has(named) || months.has(named) || works.has(named)
  return works.has(after) || rawIn(tokens, at + 1) === '年' || yearWords.has(before)
}

/** The year of the work: the first that is said of it, best where the work itself is asked for. */
const yearIn = (sentences: readonly Sentence[]): number | undefined => {
  const asks = sentences.filter(({ tokens }) => tellsWork(tokens))
  for (const { tokens } of [...asks, ...sentences]) {
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

/** Whether the word before `at` names the work or its units, so that what is said there is said of them. */
const saidOfWork = (tokens: readonly Token[], at: number): boolean => {
  let i = at - 1
  while (/^(?:,|and|\(|that|which|it)$/u.test(wordIn(tokens, i))) i -= 1
  const word = wordIn(tokens, i)
  return (works.has(word) || unitNoun(word) !== null) && tellsWork(tokens)
}

/** The day the work begins that the word at `at` may tell. */
const startAt = (tokens: readonly Token[], at: number, year: number | undefined): number | undefined => {
  const word = wordIn(tokens, at)
  if (!froms.has(word)) return undefined
  const firm = word !== 'from' && word !== 'since'
  if (!(firm && opensWork(tokens, at)) && !saidOfWork(tokens, at)) return undefined
  for (let i = at + 1; i <= at + 4; i += 1) {
    const date = dateAt(tokens, i)
    const y = date?.y ?? year
    if (date?.d !== undefined && y !== undefined) {
      // "from May 1 to May 31" is a stretch, which is read as such.
      return firm || !rangeAt(tokens, i, year) ? dayNumber(y, date.m, date.d) : undefined
    }
  }
  return undefined
}

/** "Start from January 1st, a Monday", "26 weeks from July 1st, 2024": the day the work begins. */
const startIn = (tokens: readonly Token[], year: number | undefined): number | undefined => {
  if (tokens.some(({ word }) => word === 'every')) return undefined
  for (let at = 0; at < tokens.length; at += 1) {
    const day = startAt(tokens, at, year)
    if (day !== undefined) return day
  }
  return undefined
}

const namesWork = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => works.has(word) || spanNouns.has(unitNoun(word) ?? ''))

const rangeIn = (tokens: readonly Token[], year: number | undefined): SpanOfWork => {
  if (!namesWork(tokens)) return {}
  for (let at = 1; at < tokens.length; at += 1) {
    const range = rangeAt(tokens, at, year)
    if (range) return range
  }
  return {}
}

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
