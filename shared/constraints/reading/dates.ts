import { strict } from 'chrono-node'
import { feastAt, feastDate } from './holidays.ts'
import { months, weekdays } from './lexicon-en.ts'
import type { Token } from './tokens.ts'

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
  const comma = tokens[at]?.word === ',' || tokens[at]?.word === 'of' ? 1 : 0
  const token = tokens[at + comma]
  if (!token || token.kind !== 'number' || !/^[12]\d{3}$/u.test(token.raw)) return { next: at }
  return tokens[at + comma + 1]?.word === 'words' ? { next: at } : { y: token.n ?? 0, next: at + comma + 1 }
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

const beforeMonth = new Set('in during throughout of by until till from since through to every each late early mid all'.split(' '))

/** Month names that are words of their own as well: alone they need a capital, and a word that wants a time. */
const doubtful = new Set(['may', 'march', 'mar', 'jan', 'jun', 'august', 'dec', 'sep', 'april', 'june'])

const monthFirst = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const token = tokens[at]
  const m = monthAt(token)
  if (m === undefined) return null
  let i = at + 1
  if (tokens[i]?.word === '.' && token?.to === tokens[i]?.from) i += 1
  const the = tokens[i]?.word === 'the' ? 1 : 0
  const day = tokens[i + the]
  if (isDay(day) && !(day.kind === 'number' && tokens[i + the + 1]?.word === 'words')) {
    return { m, d: day.n, ...yearAt(tokens, i + the + 1) }
  }
  const before = tokens[at - 1]?.word ?? ''
  const year = yearAt(tokens, i)
  if (year.y === undefined && !capital(token)) return null
  if (year.y === undefined && doubtful.has(token?.word ?? '') && !beforeMonth.has(before)) return null
  return { m, ...year }
}

const dayFirst = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const day = tokens[at]
  if (!isDay(day)) return null
  const of = tokens[at + 1]?.word === 'of' ? 1 : 0
  const m = monthAt(tokens[at + 1 + of])
  if (m === undefined || (of === 0 && day.kind === 'number' && !capital(tokens[at + 1]) && tokens[at + 1]?.word === 'may')) {
    return null
  }
  const dot = tokens[at + 2 + of]?.word === '.' && tokens[at + 2 + of]?.from === tokens[at + 1 + of]?.to ? 1 : 0
  return { m, d: day.n, ...yearAt(tokens, at + 2 + of + (dot && yearAt(tokens, at + 3 + of).y !== undefined ? 1 : 0)) }
}

const touching = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (tokens[i]?.to !== tokens[i + 1]?.from) return false
  return true
}

const monthAndDay = (m: number, d: number): boolean => m >= 1 && m <= 12 && d >= 1 && d <= 31

/** 05-13, where both have two digits and nothing says that it is a range. */
const dashed = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const [month, dash, day, after] = tokens.slice(at, at + 4)
  if (dash?.word !== '-' || !touching(tokens, at, at + 2)) return null
  if (!/^[01]\d$/u.test(month?.raw ?? '') || !/^[0-3]\d$/u.test(day?.raw ?? '')) return null
  if (after && (after.word === 'words' || (after.word === '-' && after.from === day?.to))) return null
  const m = month?.n ?? 0
  const d = day?.n ?? 0
  return monthAndDay(m, d) ? { m, d, next: at + 3 } : null
}

/** 5/13, 5/13/2018, 13.5.2018: chrono knows the ways of writing them. */
const numeric = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const first = tokens[at]
  const dotted = /^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(first?.raw ?? '')
  if (!dotted && tokens[at + 1]?.word !== '/') return null
  const long = tokens[at + 3]?.word === '/' && touching(tokens, at, at + 4)
  const last = dotted ? at : at + (long ? 4 : 2)
  if (!touching(tokens, at, last)) return null
  const written = tokens.slice(at, last + 1).map(({ raw }) => raw)
  const [found] = strict.parse(written.join(''), new Date(0))
  const m = found?.start.get('month')
  const d = found?.start.get('day')
  if (!found || !m || !d || !found.start.isCertain('day')) return null
  const y = found.start.isCertain('year') ? found.start.get('year') : null
  return { m, d, ...(y && { y }), next: last + 1 }
}

const chinese = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const number = (i: number, raw: string): number | undefined =>
    tokens[i]?.kind === 'number' && raw.includes(tokens[i + 1]?.raw ?? '\n') ? tokens[i]?.n : undefined
  const y = number(at, '年')
  const start = y === undefined ? at : at + 2
  const m = number(start, '月')
  if (m === undefined || m > 12) return null
  const d = number(start + 2, '日号')
  return { m, ...(y !== undefined && { y }), ...(d !== undefined && { d }), next: start + (d === undefined ? 2 : 4) }
}

const feast = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const found = feastAt((i) => tokens[i]?.word ?? '', at)
  if (!found || !(capital(tokens[at]) || /\p{Script=Han}/u.test(tokens[at]?.raw ?? ''))) return null
  const inYear = (y: number) => feastDate(found.day, y)
  return { ...inYear(2_001), inYear, ...yearAt(tokens, at + found.taken) }
}

/** The date that is written at `at`, a weekday before it included ("Friday, the 13th of May 2018"), or null. */
export const dateAt = (tokens: readonly Token[], at: number): WrittenDate | null => {
  const token = tokens[at]
  if (!token) return null
  if (token.date) return { ...token.date, next: at + 1 }
  if (token.kind === 'number') {
    return dashed(tokens, at) ?? numeric(tokens, at) ?? dayFirst(tokens, at) ?? chinese(tokens, at)
  }
  if (token.kind === 'ordinal') return dayFirst(tokens, at)
  if (token.kind !== 'word') return null
  if (weekdays.has(token.word)) {
    let next = at + 1
    while ([',', 'the'].includes(tokens[next]?.word ?? '')) next += 1
    const date = tokens[next] && !weekdays.has(tokens[next]?.word ?? '') ? dateAt(tokens, next) : null
    return date?.d === undefined || date.inYear ? feast(tokens, at) : date
  }
  return monthFirst(tokens, at) ?? feast(tokens, at)
}
