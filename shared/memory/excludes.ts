import type { Memory } from '../records.ts'
import { fold } from '../text/fold.ts'
import { statementOf, type Statement } from './statement.ts'

/** What a fact is about and says. */
export type Told = Pick<Memory, 'about' | 'name' | 'fact'>

/** Facts of one kind with one name are about the same thing. */
export const thingOf = ({ about, name }: Pick<Told, 'about' | 'name'>): string =>
  `${about} ${fold(name, true).text.trim()}`

/** Whether two facts say the same of the same thing, whatever their typography and letter case. */
export const saysTheSame = (a: Told, b: Told): boolean => {
  const plain = ({ fact }: Told): string =>
    fold(fact, true)
      .text.replace(/[\s.。!?]+$/u, '')
      .trim()
  return thingOf(a) === thingOf(b) && plain(a) === plain(b)
}

type Words = ReadonlySet<string>

const shared = (a: Words, b: Words): number => [...a].filter((word) => b.has(word)).length
const within = (a: Words, b: Words): boolean => shared(a, b) === a.size

/** Whether two facts speak of the same thing about their thing: most words of the shorter are in the longer. */
const areAlike = (a: Words, b: Words): boolean => {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size === 0) return many.size === 0
  const both = shared(few, many)
  return both >= few.size * 0.75 && both >= many.size * 0.5
}

/** Neither says only less than the other. */
const differ = (a: Words, b: Words): boolean => !within(a, b) && !within(b, a)

const differInValue = (a: Statement, b: Statement): boolean =>
  [...a.values].some(([kind, values]) => {
    const others = b.values.get(kind)
    return others !== undefined && differ(values, others)
  })

const differInSingle = ({ single: a }: Statement, { single: b }: Statement): boolean =>
  a !== null && b !== null && a.way === b.way && differ(a.words, b.words)

const known = new WeakMap<Told, Statement>()

const statement = (told: Told): Statement => {
  const found = known.get(told) ?? statementOf(told.name, told.fact)
  known.set(told, found)
  return found
}

/**
 * Whether two facts about the same thing cannot both hold, as far as code can tell: they are worded alike and name
 * other numbers, dates, colours or the like; one denies what the other says; or each gives another value for what a
 * thing has but one of, such as where somebody lives.
 */
export const excludes = (a: Told, b: Told): boolean => {
  if (thingOf(a) !== thingOf(b)) return false
  const [one, other] = [statement(a), statement(b)]
  if (one.denies !== other.denies) {
    return areAlike(one.frame, other.frame) && one.frame.size > 0 && !differInValue(one, other)
  }
  if (one.denies) return false
  return (areAlike(one.frame, other.frame) && differInValue(one, other)) || differInSingle(one, other)
}
