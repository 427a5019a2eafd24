import { findQuote, quotePlaces } from '../../shared/text/quotes.ts'

/** Words that stand in a text, and what is to stand there instead. */
export type Replacement = { readonly find: string; readonly replace: string }

/** A text with replacements made, and a sentence on each that could not be. */
export type Replaced = { readonly text: string; readonly missed: readonly string[] }

type Place = { readonly from: number; readonly to: number }

const mostPlaces = 20

const placesOf = (text: string, find: string): readonly Place[] => {
  const places: Place[] = []
  for (const place of quotePlaces(text, find)) {
    places.push(place)
    if (places.length === mostPlaces) break
  }
  return places
}

/** Where what is complained of stands; a pattern may have found it within a word. */
const complaintsIn = (text: string, quote: string): readonly Place[] => {
  const places = placesOf(text, quote)
  return places.length > 0 ? places : [findQuote(text, quote) ?? []].flat()
}

const meets = (a: Place, b: Place): boolean => a.from < b.to && b.from < a.to

const shown = (find: string): string => `"${find.trim().slice(0, 60)}"`

/** The one place that words can mean: where they stand once, or once at a place that is complained of. */
const placeOf = (text: string, find: string, complaints: readonly Place[]): Place | string => {
  const places = placesOf(text, find)
  const [first] = places
  if (!first) return `${shown(find)} does not stand in the text.`
  if (places.length === 1) return first
  const meant = places.filter((place) => complaints.some((complaint) => meets(place, complaint)))
  return meant.length === 1 && meant[0]
    ? meant[0]
    : `${shown(find)} stands in the text more than once; quote more of it.`
}

const opening = /^[*_`~]+/u
const closing = /[*_`~]+$/u
const marks = /[*_`~]/gu

/** A place together with the emphasis marks that belong to it: those that were quoted, and one that it would orphan. */
const withMarks = (text: string, { from, to }: Place, find: string): Place => {
  const before = opening.exec(find.trim())?.[0] ?? ''
  const after = closing.exec(find.trim())?.[0] ?? ''
  const start = before !== '' && text.endsWith(before, from) ? from - before.length : from
  const end = after !== '' && text.startsWith(after, to) ? to + after.length : to
  const isOdd = (text.slice(start, end).match(marks)?.length ?? 0) % 2 === 1
  const orphan = isOdd ? /^[*_`~]+/u.exec(text.slice(end))?.[0].length : 0
  return { from: start, to: end + (orphan ?? 0) }
}

const breaks = (space: string): number => space.split('\n').length

/** The mark of a line, an item's or a heading's, behind which there would be nothing. */
const lineMark = /(?<=^|\n)[ \t]*(?:[-+*]|\d{1,9}[.)]|>|#{1,6})[ \t]+$/u

const withLineMark = (text: string, { from, to }: Place): Place => {
  const isLineEnd = /^[ \t]*(?:\n|$)/u.test(text.slice(to))
  const mark = isLineEnd ? lineMark.exec(text.slice(0, from)) : null
  return { from: from - (mark?.[0].length ?? 0), to }
}

/** A place that is to be empty, with the space or the line break that would stand there twice. */
const withSpace = (text: string, { from, to }: Place): Place => {
  const before = /\s*$/u.exec(text.slice(0, from))?.[0] ?? ''
  const after = /^\s*/u.exec(text.slice(to))?.[0] ?? ''
  const isBegin = from === before.length || before.includes('\n')
  const isEnd = to + after.length === text.length || after.includes('\n')
  if (isBegin && isEnd) {
    const keepsAfter = breaks(after) > breaks(before) || to + after.length === text.length
    return keepsAfter && from > before.length
      ? { from: from - before.length, to }
      : { from, to: to + after.length }
  }
  return isBegin ? { from, to: to + after.length } : { from: from - before.length, to }
}

/**
 * Makes replacements in a text. Each is found by its words, typography forgiven and never within a word, and must stand
 * there once, or once at one of the `quotes` that are complained of; of two that meet the first is made. All else stays
 * byte for byte.
 */
export const replaced = (
  text: string,
  replacements: readonly Replacement[],
  quotes: readonly string[] = [],
): Replaced => {
  const complaints = quotes.flatMap((quote) => complaintsIn(text, quote))
  const missed: string[] = []
  const found = replacements.flatMap(({ find, replace }) => {
    const place = placeOf(text, find, complaints)
    if (typeof place === 'string') {
      missed.push(place)
      return []
    }
    const fresh = replace.trim()
    const exact = withMarks(text, place, find)
    return [{ ...(fresh === '' ? withSpace(text, withLineMark(text, exact)) : exact), fresh, find }]
  })
  let [result, last] = ['', 0]
  for (const { from, to, fresh, find } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < last) {
      missed.push(`${shown(find)} meets another replacement.`)
      continue
    }
    result += text.slice(last, from) + fresh
    last = to
  }
  return { text: result + text.slice(last), missed }
}
