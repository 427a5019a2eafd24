import { startsFeast } from './holidays.ts'
import type { Length } from './lengths.ts'
import { articles } from './lexicon-en.ts'
import type { Phrase } from './phrase.ts'
import { phrasesIn } from './phrases.ts'
import type { Scope } from './scope.ts'
import type { Subject } from './subject.ts'
import { valueIn, wordIn, type Token } from './tokens.ts'

/** Phrases that bound the whole work ("from January 1st … through to December 31st") say nothing about a part of it. */
const withoutFrame = (phrases: readonly Phrase[], { count }: Scope): readonly Phrase[] => {
  const starts = phrases.some((each) => each.kind === 'from' && each.at === 1)
  const ends = phrases.some(
    (each) => each.kind === 'until' && each.at !== null && each.at >= (count ?? Infinity),
  )
  if (!starts || !ends) return phrases
  return phrases.filter((each) => each.kind === 'returns' && each.rhythm.kind !== 'each')
}

const overlaps = ({ start, end }: Phrase, lengths: readonly Length[]): boolean =>
  lengths.some((length) => start < length.end && end > length.start)

/** "a weekly diary", "each weekly entry": there the word tells of what kind the work is, not how often. */
const isAdjective = (phrase: Phrase, tokens: readonly Token[], task: boolean): boolean => {
  if (phrase.kind !== 'returns' || !phrase.adverb) return false
  const before = articles.has(wordIn(tokens, phrase.start)) ? tokens[phrase.start] : tokens[phrase.start - 1]
  return (
    task ||
    (before !== undefined &&
      (articles.has(before.word) || /^(?:of|through|for|with|complete|comprehensive)$/u.test(before.word)))
  )
}

/** "52 entries, one for each week": what the units are, and no place. */
const isCounting = (phrase: Phrase, tokens: readonly Token[]): boolean =>
  phrase.kind === 'returns' && phrase.rhythm.kind === 'each' && valueIn(tokens, phrase.start - 1) === 1

/** "Halloween party on October 31", "First day of school on …": a date by name that only says what the matter is. */
const isName = (phrase: Phrase, tokens: readonly Token[], next: Phrase | undefined): boolean => {
  if (phrase.kind !== 'at' || !next || (next.kind !== 'at' && next.kind !== 'from')) return false
  const between = tokens.slice(phrase.end, next.start)
  if (between.length === 0 || between.some(({ kind }) => kind === 'mark')) return false
  const [first] = tokens.slice(phrase.start)
  const ordered = first?.kind === 'ordinal' && between[0]?.word === 'of'
  return ordered || (first !== undefined && startsFeast(first.word) && between[0]?.kind === 'word')
}

/** The phrases of a sentence that place something: none that counts, dates or names the work or its matter. */
export const placesIn = (subject: Subject): readonly Phrase[] => {
  const { tokens, scope, lengths, task } = subject
  const all = withoutFrame(phrasesIn({ tokens, scope }), scope)
    .filter((phrase) => !overlaps(phrase, lengths) && !isCounting(phrase, tokens))
    .filter((phrase, i, list) => !isName(phrase, tokens, list[i + 1]))
  const firm = all.filter((phrase) => !isAdjective(phrase, tokens, task))
  const others = firm.filter(
    ({ kind, ...rest }) => kind !== 'from' && kind !== 'until' && !('adverb' in rest && rest.adverb),
  )
  const places =
    others.length > 0 ? firm.filter((phrase) => phrase.kind !== 'returns' || !phrase.adverb) : firm
  if (!task) return places
  // "Keep a diary of 26 weeks from May 1": where the work itself begins.
  const whole = (phrase: Phrase): boolean =>
    phrase.kind === 'at' &&
    phrase.runs?.length === 1 &&
    phrase.runs.some(({ from, to }) => from <= 1 && to > 1 && to >= (scope.count ?? Infinity))
  const returns = places.some(({ kind }) => kind === 'returns')
  return places.filter(
    (phrase) =>
      phrase.kind !== 'unknown' && !whole(phrase) && (returns || phrase.kind !== 'from' || phrase.at !== 1),
  )
}
