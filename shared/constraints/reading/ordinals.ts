import type { Interval } from './calendar.ts'
import { isUnit, otherSpan, valueAt, wordAt, type Ground, type Point } from './points.ts'
import { firstDay, unitsIn } from './calendar.ts'

/** Words that count from the end: which unit they mean, 0 for the last. */
const fromEnd: ReadonlyMap<string, number> = new Map([
  ['last', 0],
  ['final', 0],
  ['closing', 0],
  ['concluding', 0],
  ['penultimate', 1],
  ['antepenultimate', 2],
])

type Nth = { readonly n: number; readonly end?: true; readonly middle?: true; readonly next: number }

/** "third", "last", "second-to-last", "last but one", "middle", "opening", 倒数第二. */
const nthAt = (ground: Ground, at: number): Nth | null => {
  const token = ground.tokens[at]
  const word = wordAt(ground, at)
  if (token?.kind === 'ordinal' && token.n !== undefined && token.n > 0) {
    const rest = [1, 2, 3, 4, 5].map((i) => wordAt(ground, at + i)).join(' ')
    const toLast = /^(?:- )?(?:to|from|before)(?: -)? (?:the )?(?:last|end)/u.exec(rest)
    if (toLast) {
      const end = token.n - (rest.includes('from') && rest.includes('end') ? 1 : 1)
      return { n: end, end: true, next: at + 1 + toLast[0].split(' ').length }
    }
    return { n: token.n, next: at + 1 }
  }
  if (word === 'fromend' && ground.tokens[at + 1]?.n !== undefined) {
    return { n: (ground.tokens[at + 1]?.n ?? 1) - 1, end: true, next: at + 2 }
  }
  if (word === 'next' && wordAt(ground, at + 1) === '-' && wordAt(ground, at + 2) === 'to') {
    return { n: 1, end: true, next: at + 5 }
  }
  if (word === 'last' && wordAt(ground, at + 1) === 'but') {
    const n = valueAt(ground, at + 2)
    if (n !== null) return { n, end: true, next: at + 3 }
  }
  if (token?.post && token.raw === '前' && valueAt(ground, at + 1) !== null) return { n: 1, next: at + 1 }
  if (token?.post && token.raw === '后' && valueAt(ground, at + 1) !== null) return { n: 0, end: true, next: at + 1 }
  const end = fromEnd.get(word)
  if (end !== undefined) return { n: end, end: true, next: at + 1 }
  if (word === 'opening' || word === 'initial' || word === 'first') return { n: 1, next: at + 1 }
  return word === 'middle' || word === 'central' ? { n: 0, middle: true, next: at + 1 } : null
}

const unitOf = ({ n, end, middle }: Nth, count: number | undefined): number | null => {
  if (middle) return count === undefined ? null : Math.ceil(count / 2)
  if (!end) return n
  return count === undefined || count - n < 1 ? null : count - n
}

const numberOf = (units: number | null): Interval | null => (units === null ? null : [units, units])

/** Where units are counted within a stretch: "the first three weeks" of a daily work are its first 21 days. */
const stretched = (ground: Ground, [from, to]: Interval, at: number): Interval | null => {
  const span = otherSpan(ground, at)
  const { calendar } = ground.scope
  if (span === null || !calendar) return [from, to]
  const whole = { ...calendar, span }
  return unitsIn(calendar, [firstDay(whole, from), firstDay(whole, to + 1) - 1])
}

const named = (ground: Ground, at: number): boolean => isUnit(ground, at) || otherSpan(ground, at) !== null

/** "the first three chapters", "the last two weeks", 前三章. */
const severalAt = (ground: Ground, at: number, nth: Nth): Point | null => {
  const n = valueAt(ground, nth.next)
  if (n === null || n < 1 || !named(ground, nth.next + 1) || (nth.n !== 1 && !nth.end)) return null
  const next = nth.next + 2
  const { count, calendar } = ground.scope
  const other = otherSpan(ground, nth.next + 1) !== null
  if (!nth.end) return { units: stretched(ground, [1, n], nth.next + 1), next }
  if (nth.n > 0 || count === undefined || other || (calendar && !calendar.sure && other)) return { units: null, next }
  return { units: [Math.max(1, count - n + 1), count], next }
}

const shares: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
])

/** "the second half", "the middle third": stretches of the whole work. */
const shareAt = (ground: Ground, nth: Nth): Point | null => {
  const word = ground.tokens[nth.next]?.raw.toLowerCase() ?? ''
  const share = shares.get(word)
  const { count } = ground.scope
  if (share === undefined) return null
  const of = wordAt(ground, nth.next + 1) === 'of'
  const next = nth.next + (of ? (wordAt(ground, nth.next + 2) === 'the' ? 4 : 3) : 1)
  if (count === undefined) return { units: null, next }
  const k = nth.middle ? Math.ceil(share / 2) : nth.end ? share - nth.n : nth.n
  return k < 1 || k > share
    ? null
    : { units: [Math.floor(((k - 1) * count) / share) + 1, Math.floor((k * count) / share)], next }
}

/** Places by their order: one or more of them ("the 3rd, 7th and 12th weeks"), a stretch, or a share of the work. */
export const orderedAt = (ground: Ground, at: number): readonly Point[] | null => {
  const start = wordAt(ground, at) === 'the' || wordAt(ground, at) === 'very' ? at + 1 : at
  const first = nthAt(ground, start)
  if (!first) return null
  const several = severalAt(ground, start, first) ?? shareAt(ground, first)
  if (several) return [several]
  const { count } = ground.scope
  const units: (Interval | null)[] = []
  let here: Nth | null = first
  let i = start
  let ranged = false
  while (here) {
    const unit = unitOf(here, count)
    const before = units.at(-1)
    if (ranged && before && unit !== null) units[units.length - 1] = [before[0], unit]
    else units.push(numberOf(unit))
    i = here.next
    const one = valueAt(ground, i) === 1 && (here.end ?? false) ? 1 : 0
    if (named(ground, i + one) && (wordAt(ground, i + one + 1) !== '-' || one === 0)) {
      const next = i + one + 1
      return units.map((each) => ({ units: each && stretched(ground, each, i + one), next }))
    }
    ranged = /^(?:to|through|-|–|—|~|thru)$/u.test(wordAt(ground, i))
    let sep = i
    while (/^(?:to|through|-|–|—|~|,|and|&|or|the|、|as|well)$/u.test(wordAt(ground, sep))) sep += 1
    here = sep > i ? nthAt(ground, sep) : null
  }
  return null
}
