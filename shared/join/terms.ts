import type { SectionId } from '../records.ts'
import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { placeIn, type Edit } from '../text/edits.ts'
import { hashOf } from '../text/hash.ts'
import { respelled, spelled, type Spelling } from '../text/spelling.ts'
import { capitalisedTwoWays } from './capitals.ts'
import type { SectionText } from './duplicates.ts'
import { occurrencesOf, surfacesOf, type Occurrence } from './surfaces.ts'
import { variantsIn } from './variants.ts'

/** A word that one section writes otherwise than the work does, with the edits that mend it. */
export type TwoWays = {
  readonly section: SectionId
  readonly sentence: string
  readonly edits: readonly Edit[]
  readonly hash: string
}

/** The right form in the capitals of the one that stands. */
const inCase = (use: string, form: string): string => {
  if (form.length > 1 && form === form.toUpperCase()) return use.toUpperCase()
  return /^\p{Lu}/u.test(form) ? use.charAt(0).toUpperCase() + use.slice(1) : use
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** A word or term, how the work writes it, the places that write it otherwise, and whether capitals are what is wrong. */
type Otherwise = {
  readonly use: string
  readonly times: number
  readonly others: readonly Occurrence[]
  readonly exact: boolean
}

/** The finding of one section. */
const findingOf = (
  texts: readonly SectionText[],
  { use, times: often, exact }: Otherwise,
  places: readonly Occurrence[],
): readonly TwoWays[] => {
  const [one] = places
  const found = one && texts[one.text]
  if (!one || !found) return []
  const { section, text: whole } = found
  const edits = places.map(({ from, form }) => {
    const text = exact ? use : inCase(use, form)
    return { ...placeIn(whole, { from, to: from + form.length }), text }
  })
  const sentence = `It says “${one.form}” ${times(places.length)}, where the work says “${use}” ${times(often)}.`
  return [
    {
      section,
      sentence,
      edits,
      hash: hashOf([use, [...new Set(places.map(({ form }) => form))].toSorted()]),
    },
  ]
}

const otherwise = function* (
  texts: readonly SectionText[],
  language: string,
): Stepwise<readonly Otherwise[]> {
  const variants = variantsIn(yield* surfacesOf(texts), language)
  const byForm = new Map(variants.flatMap((variant) => variant.forms.map((form) => [form, variant] as const)))
  const occurrences = yield* occurrencesOf(texts, new Set(byForm.keys()))
  const places = Map.groupBy(occurrences, ({ form }) => byForm.get(form))
  const capitalised = yield* capitalisedTwoWays(texts)
  return [
    ...variants.map((variant) => ({ ...variant, others: places.get(variant) ?? [], exact: false })),
    ...capitalised.map((each) => ({ ...each, exact: true })),
  ]
}

const writtenOtherwise = function* (
  texts: readonly SectionText[],
  language: string,
): Stepwise<readonly TwoWays[]> {
  const found = yield* eachInSteps(yield* otherwise(texts, language), (each) =>
    [...Map.groupBy(each.others, ({ text }) => text).values()].flatMap((places) =>
      findingOf(texts, each, places),
    ),
  )
  return found.flat()
}

const word = /[\p{L}\p{M}]+/gu
const name = /^\p{Lu}/u

/** The words of a text that are foreign to a spelling, each with how it is spelt there. Capitals are taken for names. */
const foreignIn = (text: string, home: Spelling): readonly Edit[] =>
  Array.from(text.matchAll(word)).flatMap(({ 0: quote, index }) => {
    const fresh = name.test(quote) ? quote : respelled(quote, home)
    return fresh === quote
      ? []
      : [{ ...placeIn(text, { from: index, to: index + quote.length }), text: fresh }]
  })

const countries = { GB: 'British', US: 'American' } as const

/** Sections in the other of the two spellings of English; where the brief names one, its constraint sees to it. */
const spelledOtherwise = function* (
  texts: readonly SectionText[],
  language: string,
): Stepwise<readonly TwoWays[]> {
  if (language.toLowerCase() !== 'en') return []
  const seen = yield* eachInSteps(texts, ({ text }) => ({
    US: spelled(text, 'GB').foreign !== null,
    GB: spelled(text, 'US').foreign !== null,
  }))
  const count = (home: Spelling): number => seen.filter((each) => each[home]).length
  if (count('GB') === 0 || count('US') === 0) return []
  const first = seen.find(({ GB, US }) => GB !== US)
  const home =
    count('GB') === count('US') ? (first?.US ? 'US' : 'GB') : count('GB') > count('US') ? 'GB' : 'US'
  const found = yield* eachInSteps(texts, ({ section, text }, i): readonly TwoWays[] => {
    const edits = seen[i]?.[home === 'GB' ? 'US' : 'GB'] ? foreignIn(text, home) : []
    const [one] = edits
    if (!one) return []
    const sentence = `It says “${one.quote}” where the work is in ${countries[home]} spelling: “${one.text}”.`
    return [{ section, sentence, edits, hash: hashOf(['spelling', home, edits.map(({ quote }) => quote)]) }]
  })
  return found.flat()
}

/**
 * What sections write otherwise than the work does: hyphens, accents, slips in names, the other spelling of English. One
 * finding for each word and section; time grows with the length of the work.
 */
export const termsTwoWays = function* (
  texts: readonly SectionText[],
  language: string,
): Stepwise<readonly TwoWays[]> {
  return [...(yield* writtenOtherwise(texts, language)), ...(yield* spelledOtherwise(texts, language))]
}
