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

const wholes = new Set(
  'novel book work document text story diary report manuscript series project poem essay script collection narrative journal year month season play plan skyscraper tower building city grid menu'.split(
    ' ',
  ),
)

/** "the second half", "the middle third": stretches of the whole work. */
const shareAt = (ground: Ground, nth: Nth): Point | null => {
  const word = rawIn(ground.tokens, nth.next).toLowerCase()
  const share = shares.get(word)
  const { count } = ground.scope
  if (share === undefined) return null
  const of = wordAt(ground, nth.next + 1) === 'of'
  const whole = nth.next + (of ? (/^(?:the|this|your)$/u.test(wordAt(ground, nth.next + 2)) ? 3 : 2) : 0)
  const next = whole + 1
  // "the first half of a football match" is no half of the work.
  if (of && !wholes.has(wordAt(ground, whole)) && !named(ground, whole)) return null
  if (count === undefined) return { units: null, next }
  const k = nth.middle ? Math.ceil(share / 2) : nth.end ? share - nth.n : nth.n
  return k < 1 || k > share
    ? null
    : { units: [Math.floor(((k - 1) * count) / share) + 1, Math.floor((k * count) / share)], next }
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

/** Whether a list of orders may end at `at` although no unit stands there: nothing does that the orders could be of. */
const endsBare = (ground: Ground, at: number): boolean => {
  const kind = kindIn(ground.tokens, at)
  return kind === undefined || kind === 'mark' || afterBare.test(wordAt(ground, at))
}

const afterBare = /^(?:and|but|or|must|should|shall|is|are|one|ones|in|with)$/u

type Listed = {
  readonly units: readonly (Interval | null)[]
  readonly last: Nth
  readonly next: number | null
}

/** The orders from `first` on, and the token behind their unit, null where no unit stands there. */
const listedFrom = (ground: Ground, first: Nth): Listed => {
  const units: (Interval | null)[] = []
  let here = first
  for (let ranged = false; units.length < longest;) {
    const unit = unitOf(here, ground.scope.count)
    const before = units.at(-1)
    if (ranged && before && unit !== null) units[units.length - 1] = [before[0], unit]
    else units.push(numberOf(unit))
    const next = unitBehind(ground, here)
    const more = next === null ? memberBehind(ground, here.next) : null
    if (!more) return { units, last: here, next }
    ranged = ranges.test(wordAt(ground, here.next))
    here = more
  }
  return { units, last: here, next: null }
}

/** The token behind orders that no unit stands behind, or null where something else does. */
const bareEnd = (ground: Ground, { next }: Nth, bare: 'ends' | 'any'): number | null => {
  // "except the last one"
  const end = /^ones?$/iu.test(rawIn(ground.tokens, next)) ? next + 1 : next
  return bare === 'any' || endsBare(ground, end) ? end : null
}

/**
 * Places by their order: one or more of them ("the 3rd, 7th and 12th weeks"), a stretch, or a share of the work. `bare`:
 * the units were named before ("chapters 3, 7 and the last"), so that none need stand behind; with `ends` only where
 * nothing follows that the orders could be of.
 */
export const orderedAt = (
  ground: Ground,
  at: number,
  bare: 'ends' | 'any' | null = null,
): readonly Point[] | null => {
  const start = /^(?:the|very)$/u.test(wordAt(ground, at)) ? at + 1 : at
  const first = nthAt(ground, start)
  if (!first) return null
  const several = severalAt(ground, first) ?? shareAt(ground, first)
  if (several) return [several]
  const { units, last, next } = listedFrom(ground, first)
  if (next !== null) {
    const but = units.length === 1 ? butSome(ground, last, next) : null
    return but ? [but] : units.map((each) => ({ units: stretched(ground, each, next - 1), next }))
  }
  const end = bare && bareEnd(ground, last, bare)
  return end === null ? null : units.map((each) => ({ units: each, next: end }))
}
