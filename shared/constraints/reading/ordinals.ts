import { firstDay, unitsIn, type Interval } from './calendar.ts'
import { isUnit, otherSpan, valueAt, wordAt, type Ground, type Point } from './points.ts'
import { kindIn, rawIn, valueIn } from './tokens.ts'

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

/** "third", "third to last". */
const countedNth = (ground: Ground, at: number, n: number): Nth => {
  if (!/^(?:-|to|from|before)$/u.test(wordAt(ground, at + 1))) return { n, next: at + 1 }
  const behind = [1, 2, 3, 4, 5].map((i) => wordAt(ground, at + i)).join(' ')
  const [toLast] = /^(?:- )?(?:to|from|before)(?: -)? (?:the )?(?:last|end)/u.exec(behind) ?? []
  return toLast === undefined
    ? { n, next: at + 1 }
    : { n: n - 1, end: true, next: at + 1 + toLast.split(' ').length }
}

/** 前三章, 后两章: the first or last so many. */
const chineseNth = ({ tokens }: Ground, at: number): Nth | null => {
  const token = tokens[at]
  if (!token?.post || kindIn(tokens, at + 1) !== 'number') return null
  if (token.raw === '前') return { n: 1, next: at + 1 }
  return token.raw === '后' ? { n: 0, end: true, next: at + 1 } : null
}

/** "last but one", "next to last", 倒数第二. */
const nthFromEnd = (ground: Ground, at: number): Nth | null => {
  switch (wordAt(ground, at)) {
    case 'fromend': {
      const n = valueIn(ground.tokens, at + 1)
      return n === undefined ? null : { n: n - 1, end: true, next: at + 2 }
    }
    case 'next':
      return wordAt(ground, at + 1) === '-' && wordAt(ground, at + 2) === 'to'
        ? { n: 1, end: true, next: at + 5 }
        : null
    case 'last': {
      const n = wordAt(ground, at + 1) === 'but' ? valueAt(ground, at + 2) : null
      return n === null ? null : { n, end: true, next: at + 3 }
    }
    default:
      return null
  }
}

/** "third", "last", "second-to-last", "last but one", "middle", "opening", 倒数第二. */
const nthAt = (ground: Ground, at: number): Nth | null => {
  const n = kindIn(ground.tokens, at) === 'ordinal' ? valueIn(ground.tokens, at) : undefined
  if (n !== undefined && n > 0) return countedNth(ground, at, n)
  const special = nthFromEnd(ground, at) ?? chineseNth(ground, at)
  if (special) return special
  const word = wordAt(ground, at)
  const end = fromEnd.get(word)
  if (end !== undefined) return { n: end, end: true, next: at + 1 }
  if (/^(?:opening|initial|first)$/u.test(word)) return { n: 1, next: at + 1 }
  return /^(?:middle|central)$/u.test(word) ? { n: 0, middle: true, next: at + 1 } : null
}

const unitOf = ({ n, end, middle }: Nth, count: number | undefined): number | null => {
  if (middle) return count === undefined ? null : Math.ceil(count / 2)
  if (!end) return n
  return count === undefined || count - n < 1 ? null : count - n
}

const numberOf = (units: number | null): Interval | null => (units === null ? null : [units, units])

/** Where units are counted within a stretch: "the first three weeks" of a daily work are its first 21 days. */
const stretched = (ground: Ground, units: Interval | null, at: number): Interval | null => {
  const span = otherSpan(ground, at)
  const { calendar } = ground.scope
  if (units === null || span === null || !calendar) return units
  const whole = { ...calendar, span }
  return unitsIn(calendar, [firstDay(whole, units[0]), firstDay(whole, units[1] + 1) - 1])
}

const named = (ground: Ground, at: number): boolean =>
  isUnit(ground, at) ||
  otherSpan(ground, at) !== null ||
  (/^ones?$/iu.test(rawIn(ground.tokens, at)) && at > 2)

/** "the first three chapters", "the last two weeks", 前三章. */
const severalAt = (ground: Ground, nth: Nth): Point | null => {
  const n = valueAt(ground, nth.next)
  if (n === null || n < 1 || !named(ground, nth.next + 1) || (nth.n !== 1 && !nth.end)) return null
  const next = nth.next + 2
  const { count } = ground.scope
  const other = otherSpan(ground, nth.next + 1) !== null
  if (!nth.end) return { units: stretched(ground, [1, n], nth.next + 1), next }
  if (nth.n > 0 || count === undefined || other) return { units: null, next }
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
  const word = rawIn(ground.tokens, nth.next).toLowerCase()
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

/** "except the first": an order whose unit has been named before. */
export const bareOrdinal = (ground: Ground, at: number): Point | null => {
  const start = wordAt(ground, at) === 'the' ? at + 1 : at
  const nth = nthAt(ground, start)
  return nth && { units: numberOf(unitOf(nth, ground.scope.count)), next: nth.next }
}

/** 第三至六章, 第3、7、12周: only the first number is marked as an order. */
const plainAt = (ground: Ground, at: number): Nth | null => {
  const n = valueAt(ground, at)
  return n === null || n < 1 ? null : { n, next: at + 1 }
}

/** The token behind the unit that a list of orders ends with ("the 3rd and last weeks"), or null where none stands there. */
const unitBehind = (ground: Ground, { end, next }: Nth): number | null => {
  const one = end && valueAt(ground, next) === 1 ? 1 : 0
  if (!named(ground, next + one)) return null
  return one === 1 && wordAt(ground, next + 2) === '-' ? null : next + one + 1
}

const ranges = /^(?:to|through|-|–|—|~|thru)$/u
/** Members of a list of orders, at most. */
const longest = 40

const separates = /^(?:to|through|-|–|—|~|,|and|&|or|the|、|as|well)$/u

/** The next member of a list of orders, behind what separates it from the one before; or null. */
const memberBehind = (ground: Ground, at: number): Nth | null => {
  let i = at
  while (separates.test(wordAt(ground, i))) i += 1
  return i > at ? (nthAt(ground, i) ?? plainAt(ground, i)) : null
}

/** "the last chapter but one". */
const butSome = (ground: Ground, nth: Nth, at: number): Point | null => {
  const n = nth.end && wordAt(ground, at) === 'but' ? valueAt(ground, at + 1) : null
  if (n === null) return null
  return { units: numberOf(unitOf({ n, end: true, next: at }, ground.scope.count)), next: at + 2 }
}

/** Places by their order: one or more of them ("the 3rd, 7th and 12th weeks"), a stretch, or a share of the work. */
export const orderedAt = (ground: Ground, at: number): readonly Point[] | null => {
  const start = /^(?:the|very)$/u.test(wordAt(ground, at)) ? at + 1 : at
  const first = nthAt(ground, start)
  if (!first) return null
  const several = severalAt(ground, first) ?? shareAt(ground, first)
  if (several) return [several]
  const units: (Interval | null)[] = []
  let ranged = false
  for (let here: Nth | null = first; here && units.length < longest;) {
    const unit = unitOf(here, ground.scope.count)
    const before = units.at(-1)
    if (ranged && before && unit !== null) units[units.length - 1] = [before[0], unit]
    else units.push(numberOf(unit))
    const next = unitBehind(ground, here)
    if (next !== null) {
      const but = units.length === 1 ? butSome(ground, here, next) : null
      return but ? [but] : units.map((each) => ({ units: stretched(ground, each, next - 1), next }))
    }
    ranged = ranges.test(wordAt(ground, here.next))
    here = memberBehind(ground, here.next)
  }
  return null
}
