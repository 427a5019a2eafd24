import { merged } from './merged.ts'
import { cutsWord, quotePlaces } from './quotes.ts'

/**
 * A place in a text as it was: UTF-16 units, and what stood there; `before` and `after` are the letters around it, empty
 * at the ends of the text.
 */
export type Place = {
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** A place, and the text that takes it. */
export type Edit = Place & { readonly text: string }

type Range = { readonly from: number; readonly to: number }

/** Letters kept of what stands around a place. */
const around = 24
/** Letters that make a quote its own witness where it stands only once: a sentence, not a word. */
const telling = 40

const lettersBefore = (text: string, at: number): string => text.slice(Math.max(0, at - around), at)
const lettersAfter = (text: string, at: number): string => text.slice(at, at + around)

/** A place in a text as it stands, with what is around it. */
export const placeIn = (text: string, { from, to }: Range): Place => ({
  from,
  to,
  quote: text.slice(from, to),
  before: lettersBefore(text, from),
  after: lettersAfter(text, to),
})

/** Which sides of a range are as they were around a place. */
const sidesOf = (text: string, range: Range, { before, after }: Place): readonly [boolean, boolean] => [
  before === lettersBefore(text, range.from),
  after === lettersAfter(text, range.to),
]

/** Whether a range with the words of a place is that place: it cuts no word, and one side of it is as it was. */
const isPlace = (text: string, range: Range, place: Place): boolean => {
  const [before, after] = sidesOf(text, range, place)
  if (cutsWord(text, range.from) && !before) return false
  if (cutsWord(text, range.to) && !after) return false
  return before || after || (place.before === undefined && place.after === undefined)
}

const wordsAt = function* (text: string, quote: string): Generator<Range> {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    yield { from: at, to: at + quote.length }
}

/** The range that a place is now, of those that have its words: the nearest; a sentence that stands once needs no witness. */
const placeAmong = (text: string, ranges: readonly Range[], place: Place): Range | null => {
  const [only, ...others] = ranges
  const isTelling = only && others.length === 0 && place.quote.length >= telling
  const far = ({ from }: Range): number => Math.abs(from - place.from)
  const found = ranges.filter((range) => isPlace(text, range, place)).toSorted((a, b) => far(a) - far(b))[0]
  if (found) return found
  return isTelling && !cutsWord(text, only.from) && !cutsWord(text, only.to) ? only : null
}

/**
 * Where a place is in a text that may have changed since: where the same words stand, just there or nearest; else where
 * they stand in other typography; else nowhere. Never within a word, and where it is known what stood around the place,
 * one side of it must stand too, unless the words are a sentence's and stand only once. A place without words is nowhere.
 */
export const findPlace = (text: string, place: Place): Range | null => {
  const { from, to, quote } = place
  if (quote.trim() === '') return null
  if (text.slice(from, to) === quote && isPlace(text, { from, to }, place)) return { from, to }
  const same = [...wordsAt(text, quote)]
  return placeAmong(text, same.length > 0 ? same : [...quotePlaces(text, quote)], place)
}

/** Whether a place was all of its text. */
const isWhole = ({ before, after }: Place): boolean => before?.trim() === '' && after?.trim() === ''

/**
 * A text with edits made, each where its place is now; those whose words are gone, and those that would meet one made
 * before, are left out. One whose place was the whole text is made sentence by sentence, where the text has not changed
 * since. Null where none can be made. All else stays as it is, unit by unit.
 */
export const edited = (text: string, edits: readonly Edit[]): string | null => {
  const found = edits
    .flatMap((edit) => {
      const place = findPlace(text, edit)
      return place ? [{ ...place, fresh: edit.text }] : []
    })
    .toSorted((a, b) => a.from - b.from)
  let [last, result, made] = [0, '', 0]
  for (const { from, to, fresh } of found) {
    if (from < last) continue
    result += text.slice(last, from) + fresh
    last = to
    made += 1
  }
  if (made > 0) return result + text.slice(last)
  const [only, ...others] = edits
  return only && others.length === 0 && isWhole(only) ? merged(only.quote, only.text, text) : null
}
