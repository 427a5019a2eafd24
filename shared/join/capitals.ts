import { eachInSteps, type Stepwise } from '../stepwise.ts'
import type { SectionText } from './duplicates.ts'
import type { Occurrence } from './surfaces.ts'

/** A term of several words that stands with capitals and without: how it stands most, and the places of the other way. */
export type Capitalised = {
  readonly use: string
  readonly times: number
  readonly others: readonly Occurrence[]
}

/** Names of two or three words with capitals, in mid-sentence. */
const titled = /(?<=[\p{L},;] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}(?![\p{L}’'-]|\s\p{Lu})/gu
const word = /\p{L}+/gu

const first = (phrase: string): string => phrase.slice(0, phrase.indexOf(' '))

const placesOf = function* (texts: readonly SectionText[], pattern: RegExp): Stepwise<readonly Occurrence[]> {
  const found = yield* eachInSteps(texts, ({ text }, i) =>
    Array.from(text.matchAll(pattern), ({ 0: form, index }) => ({ text: i, from: index, form })),
  )
  return found.flat()
}

/** Where phrases stand in small letters, by themselves. */
const smallPlaces = function* (
  texts: readonly SectionText[],
  phrases: ReadonlySet<string>,
): Stepwise<readonly Occurrence[]> {
  const byFirst = Map.groupBy(phrases, first)
  const found = yield* eachInSteps(texts, ({ text }, i) =>
    Array.from(text.matchAll(word)).flatMap(({ 0: begins, index }) =>
      (byFirst.get(begins) ?? [])
        .filter(
          (phrase) => text.startsWith(phrase, index) && !/^[\p{L}-]/u.test(text.slice(index + phrase.length)),
        )
        .map((form) => ({ text: i, from: index, form })),
    ),
  )
  return found.flat()
}

/** Terms of several words that a work sets with capitals here and in small letters there. */
export const capitalisedTwoWays = function* (
  texts: readonly SectionText[],
): Stepwise<readonly Capitalised[]> {
  const large = Map.groupBy(yield* placesOf(texts, titled), ({ form }) => form.toLowerCase())
  const small = Map.groupBy(yield* smallPlaces(texts, new Set(large.keys())), ({ form }) => form)
  return [...small].flatMap(([phrase, written]) => {
    const named = large.get(phrase) ?? []
    const [one] = named
    if (!one) return []
    const [use, others] = named.length >= written.length ? [one.form, written] : [phrase, named]
    return [{ use, times: Math.max(named.length, written.length), others }]
  })
}
