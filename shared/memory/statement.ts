import { hanNumber, isHanNumeral, numberInWords } from '../constraints/reading/numbers.ts'
import { fold } from '../text/fold.ts'
import { contentOf } from '../text/stems.ts'
import { denials, hanDenials, singleValued, valueClasses } from './value-words.ts'

/**
 * What a fact says, taken apart: the values it names, by class (0 are numbers); the one that a thing has but one of,
 * with how it is said; whether it denies; and the stems of all its other words.
 */
export type Statement = {
  readonly values: ReadonlyMap<number, ReadonlySet<string>>
  readonly single: { readonly way: number; readonly words: ReadonlySet<string> } | null
  readonly denies: boolean
  readonly frame: ReadonlySet<string>
}

const token = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
const han = /\p{Script=Han}/u

/** The words of a text in lower case, runs of Han characters split into numbers and the rest. */
const wordsOf = (text: string): readonly string[] =>
  (fold(text, true).text.match(token) ?? []).flatMap((word) =>
    han.test(word)
      ? (word.match(/[〇一二三四五六七八九零两廿十百千万]+|[^〇一二三四五六七八九零两廿十百千万]+/gu) ?? [])
      : [word],
  )

const isNumber = (word: string): boolean => /^\p{N}/u.test(word) || [...word].every(isHanNumeral)

const digits = (word: string): string => {
  if (!/^\p{N}/u.test(word)) return String(hanNumber(word))
  const plain = word.replace(/[,.](?=\p{N}{3}(?:\D|$))/gu, '')
  return /^\d+$/u.test(plain) ? String(Number(plain)) : plain
}

type Read = { readonly numbers: ReadonlySet<string>; readonly rest: readonly string[] }

/** Numbers, whether in figures or in English words, and what is left. */
const numbersIn = (words: readonly string[]): Read => {
  const numbers = new Set<string>()
  const rest: string[] = []
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ''
    const spelled = numberInWords(words, at)
    if (spelled && spelled.taken > 0 && !spelled.ordinal) {
      numbers.add(String(spelled.n))
      at += spelled.taken
      continue
    }
    if (isNumber(word)) numbers.add(digits(word))
    else rest.push(word)
    at += 1
  }
  return { numbers, rest }
}

/** The numbers in a text, in figures or in English words, as figures. */
export const numbersOf = (text: string): ReadonlySet<string> => numbersIn(wordsOf(text)).numbers

const singleIn = (text: string): Statement['single'] => {
  const folded = fold(text, true).text
  for (const [way, pattern] of singleValued.entries()) {
    const value = pattern.exec(folded)?.groups?.['value']
    if (value === undefined) continue
    const { stems, pieces } = contentOf(value)
    const words = new Set([...stems, ...pieces])
    if (words.size > 0) return { way, words }
  }
  return null
}

const without = (words: readonly string[], gone: ReadonlySet<string>): readonly string[] =>
  words.filter((word) => !gone.has(word))

/** Takes a fact about `name` apart. */
export const statementOf = (name: string, fact: string): Statement => {
  const own = new Set(wordsOf(name))
  const { numbers, rest } = numbersIn(wordsOf(fact))
  const values = new Map<number, ReadonlySet<string>>(numbers.size > 0 ? [[0, numbers]] : [])
  const gone = new Set<string>(own)
  for (const [i, byWord] of valueClasses.entries()) {
    const found = rest.flatMap((word) => (own.has(word) ? [] : (byWord.get(word) ?? [])))
    if (found.length > 0) values.set(i + 1, new Set(found))
    for (const word of rest) if (byWord.has(word)) gone.add(word)
  }
  const words = without(rest, gone)
  const { stems, pieces } = contentOf(without(words, denials).join(' ').replaceAll(hanDenials, ''))
  return {
    values,
    single: singleIn(fact),
    denies: words.some((word) => denials.has(word)) || fact.search(hanDenials) >= 0,
    frame: new Set([...stems, ...pieces]),
  }
}
