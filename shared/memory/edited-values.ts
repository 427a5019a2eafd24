import { oneLine } from '../text/one-line.ts'
import { sentences } from '../text/sentences.ts'
import { contentOf } from '../text/stems.ts'
import { numbersOf } from './statement.ts'
import { differenceOf, type Difference } from './told-otherwise.ts'
import { valueClasses } from './value-words.ts'

/** A value that an edit changed: of which names the sentence speaks, what it said of them and what it says now. */
export type EditedValue = {
  readonly names: readonly string[]
  readonly fresh: string
  readonly difference: Difference
}

/** Words that may stand where one value stood. */
const longestValue = 4

const sentencesOf = (text: string): readonly string[] =>
  sentences(text).map(({ from, to }) => oneLine(text.slice(from, to)))

const capital = /(?<=[\p{L}\p{N},;:’'”"] )\p{Lu}[\p{L}\p{M}’'-]+/gu
const opening = /^[“"‘'(]*(?<word>\p{Lu}[\p{L}\p{M}’'-]+)/u

/** The names in a sentence: capitalised words within it, and the first where the text has it within a sentence too. */
const namesIn = (sentence: string, text: string): readonly string[] => {
  const inside = (sentence.match(capital) ?? []).map((word) => word.replace(/['’]s$/u, ''))
  const first = opening.exec(sentence)?.groups?.['word']?.replace(/['’]s$/u, '')
  const isName =
    first !== undefined && (text.match(capital) ?? []).some((word) => word.replace(/['’]s$/u, '') === first)
  return [...new Set([...(isName ? [first] : []), ...inside])]
}

const likeness = (a: string, b: string): number => {
  const [one, other] = [contentOf(a), contentOf(b)]
  const there = new Set([...other.stems, ...other.pieces])
  const all = [...one.stems, ...one.pieces]
  return all.length === 0
    ? 0
    : all.filter((word) => there.has(word)).length / Math.max(all.length, there.size)
}

/** Only what stands for a thing is a value: numbers, names, and words of a class of values. */
const isValue = (words: string): boolean =>
  numbersOf(words).size > 0 ||
  /^\p{Lu}/u.test(words) ||
  valueClasses.some((byWord) => words.split(' ').some((word) => byWord.has(word.toLowerCase())))

const isShort = (words: string): boolean => words.split(' ').length <= longestValue

/**
 * The values that an edit changed within sentences that otherwise say the same, each with the names that the sentence
 * speaks of; nothing where a sentence names nobody or was written anew. Texts are plain.
 */
export const editedValues = (before: string, after: string): readonly EditedValue[] => {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)]
  const [stood, stands] = [new Set(old), new Set(fresh)]
  const gone = old.filter((sentence) => !stands.has(sentence))
  return fresh
    .filter((sentence) => !stood.has(sentence))
    .flatMap((sentence): readonly EditedValue[] => {
      const nearest = gone
        .map((each) => ({ each, like: likeness(each, sentence) }))
        .reduce((best, next) => (next.like > best.like ? next : best), { each: '', like: 0.3 })
      const difference = nearest.each === '' ? null : differenceOf(nearest.each, sentence)
      if (
        !difference ||
        ![difference.old, difference.fresh].every((words) => isShort(words) && isValue(words))
      )
        return []
      const names = namesIn(sentence, after).filter((name) => nearest.each.includes(name))
      return names.length > 0 ? [{ names, fresh: sentence, difference }] : []
    })
}
