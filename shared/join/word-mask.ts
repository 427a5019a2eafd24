import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { quotedIn } from '../text/speech.ts'
import { apartWord, lightWord, type Compared } from '../text/overlaps.ts'
import { wordMarks, type WordMarks } from '../text/word-marks.ts'

/** Words that do not count as a section's own: `apart` join nothing, `light` (names, titles) make nothing repeated. */
export type NotOwn = { readonly apart: readonly string[]; readonly light: readonly string[] }

type Range = { readonly from: number; readonly to: number }

/** Markup that is nobody's prose: code, quoted paragraphs, headings, tables, link targets, citations and notes. */
const markup =
  /^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$|^[ \t]*(?:>|#{1,6}[ \t]|\|)[^\n]*$|\]\([^)\n]*\)|\[@[^\]\n]*\]|\[\^[^\]\n]*\]/gmu

const rangesOf = (text: string): readonly Range[] =>
  [
    ...quotedIn(text).map(({ from, to }) => ({ from, to })),
    ...Array.from(text.matchAll(markup), ({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
    })),
  ].toSorted((a, b) => a.from - b.from)

const markRanges = (mask: Uint8Array, { from }: WordMarks, ranges: readonly Range[]): void => {
  let word = 0
  for (const range of ranges) {
    while (word < from.length && (from[word] ?? 0) < range.from) word += 1
    for (let i = word; i < from.length && (from[i] ?? 0) < range.to; i += 1) mask[i] = apartWord
  }
}

/** Phrases by their first word, so that every place of a text is looked at once. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

const phrasesOf = (texts: readonly string[], unspaced: boolean): Phrases =>
  Map.groupBy(
    texts.map((text) => wordMarks(text, unspaced).words).filter((words) => words.length > 0),
    ([first = '']) => first,
  )

const markPhrases = (mask: Uint8Array, words: readonly string[], phrases: Phrases, kind: number): void => {
  if (phrases.size === 0) return
  for (let at = 0; at < words.length; at += 1) {
    for (const phrase of phrases.get(words[at] ?? '') ?? []) {
      if (phrase.every((word, i) => words[at + i] === word)) mask.fill(kind, at, at + phrase.length)
    }
  }
}

/** Reads texts for comparison: what is quoted and what `notOwn` names is marked. Time grows with their length. */
export const masked = function* (
  texts: readonly string[],
  { apart, light }: NotOwn,
  unspaced: boolean,
): Stepwise<readonly Compared[]> {
  const [set, names] = [phrasesOf(apart, unspaced), phrasesOf(light, unspaced)]
  return yield* eachInSteps(texts, (text) => {
    const marks = wordMarks(text, unspaced)
    const mask = new Uint8Array(marks.words.length)
    markPhrases(mask, marks.words, names, lightWord)
    markPhrases(mask, marks.words, set, apartWord)
    markRanges(mask, marks, rangesOf(text))
    return { marks, mask }
  })
}
