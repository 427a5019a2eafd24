import { findQuote } from '../../shared/text/quotes.ts'

/** The words of a text without letter case; each ideograph is one. */
const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []

/** How much of two parts is the same words, from 0 to 1: twice what they share by what they have (Dice). */
const alike = (a: readonly string[], b: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/** From here on a line is taken for another that was mended. */
const mended = 0.5

/**
 * Tells what of a reply stands in the text that was given, be it mended a little: such a line or paragraph is the
 * writer's. Of nothing given none is.
 */
export const ownParts = (given: string): ((part: string) => boolean) => {
  const parts = [...given.split(/\n/u), ...given.split(/\n[ \t]*\n/u)].map(wordsOf)
  return (part) => {
    if (given === '') return false
    if (findQuote(given, part) !== null) return true
    const words = wordsOf(part)
    return parts.some((each) => each.length > 0 && alike(words, each) >= mended)
  }
}
