import { holds, phrasePlaces } from '../text/quotes.ts'
import { oneLine } from '../text/one-line.ts'

/** The words in which two facts differ: what the one says where the other says something else. */
export type Difference = { readonly old: string; readonly fresh: string }

const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’.,:][\p{L}\p{N}\p{M}]+)*/gu

type Word = { readonly word: string; readonly from: number; readonly to: number }

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(piece)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }))

const alike = (a: readonly Word[], b: readonly Word[], most: number): number => {
  let at = 0
  while (at < most && a[at]?.word === b[at]?.word) at += 1
  return at
}

/**
 * The one stretch of words in which two facts differ, as each has it; null where they have no words in common or one
 * only says more than the other.
 */
export const differenceOf = (old: string, fresh: string): Difference | null => {
  const [a, b] = [wordsOf(old), wordsOf(fresh)]
  const most = Math.min(a.length, b.length)
  const start = alike(a, b, most)
  const end = alike(a.toReversed(), b.toReversed(), most - start)
  const [first, last] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (start + end === 0 || first.length === 0 || last.length === 0) return null
  const cut = (text: string, words: readonly Word[]): string =>
    oneLine(text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0))
  return { old: cut(old, first), fresh: cut(fresh, last) }
}

/** Whether a text names a thing and says of it what was so before. */
export const saysOld = (text: string, name: string, { old, fresh }: Difference): boolean =>
  holds(text, name) && holds(text, old) && !holds(text, fresh)

/** A text with the old words replaced wherever they stand. */
export const withFresh = (text: string, { old, fresh }: Difference): string => {
  let [result, last] = ['', 0]
  for (const { from, to } of phrasePlaces(text, old)) {
    result += text.slice(last, from) + fresh
    last = to
  }
  return result + text.slice(last)
}
