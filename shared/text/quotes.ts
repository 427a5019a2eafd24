import { fold, type Folded } from './fold.ts'

type Place = { readonly from: number; readonly to: number }

const place = ({ from, to }: Folded, at: number, length: number): Place => ({
  from: from[at] ?? 0,
  to: to[at + length - 1] ?? 0,
})

/**
 * Where a quote stands in a text, or null: its first place, as offsets into the text as it is given. Only typography is
 * forgiven (see `fold`), and letter case where `caseless` is set. A quote without any text is nowhere.
 */
export const findQuote = (
  text: string,
  quote: string,
  { caseless = false }: { readonly caseless?: boolean } = {},
): Place | null => {
  const wanted = fold(quote, caseless).text.trim()
  if (wanted === '') return null
  const folded = fold(text, caseless)
  const at = folded.text.indexOf(wanted)
  return at < 0 ? null : place(folded, at, wanted.length)
}

/** Letters of scripts that set words apart by spaces; the others have no boundary to hold a phrase to. */
const spaced =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}])[\\p{L}\\p{N}\\p{M}]'
const startsInWord = new RegExp(`^${spaced}`, 'u')
const endsInWord = new RegExp(`${spaced}$`, 'u')

/** Whether a place in a text, in UTF-16 units, lies within a word; in scripts without spaces none does. */
export const cutsWord = (text: string, at: number): boolean =>
  startsInWord.test(text.slice(at, at + 2)) && endsInWord.test(text.slice(Math.max(0, at - 2), at))

/** A phrase of signs alone, a dash say: folding would take it for others of its kind. */
const isLiteral = (phrase: string): boolean => phrase.trim() !== '' && !/[\p{L}\p{N}]/u.test(phrase)

/** Where signs alone stand, as they are: folding would take a dash for others of its kind. */
const literalPlaces = function* (text: string, phrase: string): Generator<Place> {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
    yield { from: at, to: at + phrase.length }
  }
}

/**
 * All places of a quote in a text, also those that overlap, as offsets into the text: typography forgiven, with `caseless` letter
 * case too, and never as a part of a longer word. Signs alone are looked for as they are. `folded` is the
 * text so folded, where it is at hand.
 */
export const quotePlaces = function* (
  text: string,
  quote: string,
  folded = fold(text, false),
  caseless = false,
): Generator<Place> {
  if (isLiteral(quote)) {
    yield* literalPlaces(text, quote.trim())
    return
  }
  const wanted = fold(quote, caseless).text.trim()
  if (wanted === '') return
  const { text: whole } = folded
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (!cutsWord(whole, at) && !cutsWord(whole, at + wanted.length)) yield place(folded, at, wanted.length)
  }
}

/**
 * The places of a phrase in a text, one after the other and never overlapping, as offsets into the text: whatever its
 * letter case and typography, and not as a part of a longer word. A phrase of signs alone is looked for as it is.
 * `folded` is the text folded without letter case, where it is at hand.
 */
export const phrasePlaces = function* (
  text: string,
  phrase: string,
  folded = fold(text, true),
): Generator<Place> {
  let last = 0
  for (const found of quotePlaces(text, phrase, folded, true)) {
    if (found.from < last) continue
    last = found.to
    yield found
  }
}

/** Whether a text holds a phrase (see `phrasePlaces`). */
export const holds = (text: string, phrase: string): boolean =>
  phrasePlaces(text, phrase).next().done !== true
