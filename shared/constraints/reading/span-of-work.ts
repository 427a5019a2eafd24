import { countIn, dayNumber, daysInMonth, type Calendar } from './calendar.ts'
import { dateAt } from './dates.ts'
import { froms, spanNouns, untils } from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** The first and last day of a work, as far as its text tells; `year` says that it names no more than a year. */
export type SpanOfWork = { readonly from?: number; readonly to?: number; readonly year?: number }

const works = new Set(
  'diary journal calendar menu log year book story novel account chronicle record almanac it entry week day month first series plan blog column letters narrative 日'.split(
    ' ',
  ),
)

const isYear = (token: Token | undefined): token is Token & { readonly n: number } =>
  token?.kind === 'number' && /^[12]\d{3}$/u.test(token.raw)

const yearWords = new Set('for year of in during throughout covering spanning calendar across to entire full whole'.split(' '))

/** The year of the work: the first year that stands behind "for", "year", "of" …, or before the work's name. */
const yearIn = (sentences: readonly Sentence[]): number | undefined => {
  for (const { tokens } of sentences) {
    for (const [at, token] of tokens.entries()) {
      if (!isYear(token)) continue
      const after = tokens[at + 1]
      if (after?.word === 'words' || after?.word === '-' || unitNoun(after?.word ?? '') === 'page') continue
      const named = works.has(after?.word ?? '') || after?.raw === '年'
      if (named || yearWords.has(tokens[at - 1]?.word ?? '')) return token.n
    }
  }
  return undefined
}

const opensWork = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens.slice(Math.max(0, at - 4), at)
  return before.every(({ kind, word }) => kind !== 'word' || works.has(word) || /^(?:the|and|should|must|will|each|of|please)$/u.test(word))
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

const rangeIn = (tokens: readonly Token[], year: number | undefined): SpanOfWork => {
  if (!tokens.some(({ word }) => works.has(word) || unitNoun(word) !== null && spanNouns.has(unitNoun(word) ?? ''))) return {}
  for (const [at, { word }] of tokens.entries()) {
    const from = dateAt(tokens, at)
    if (!from || !/^(?:from|covering|spanning|between|for|of|in|throughout)$/u.test(tokens[at - 1]?.word ?? '')) continue
    const joint = tokens[from.next]
    const to = joint && (untils.has(joint.word) || /^(?:to|and|-|–|—)$/u.test(joint.word)) ? dateAt(tokens, from.next + 1) : null
    const end = to ?? from
    const y = from.y ?? end.y ?? year
    if (y === undefined || word === '') continue
    if (!to && from.d !== undefined) continue
    const first = dayNumber(y, from.m, from.d ?? 1)
    const inSameYear = dayNumber(end.y ?? y, end.m, end.d ?? daysInMonth(end.y ?? y, end.m))
    const last = inSameYear < first ? dayNumber(y + 1, end.m, end.d ?? daysInMonth(y + 1, end.m)) : inSameYear
    return { from: first, to: last }
  }
  return {}
}

const tells = new Set('write create generate keep diary journal log covering spanning runs covers menu'.split(' '))

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
