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

/** A phrase of signs alone, a dash say: folding would take it for others of its kind. */
const isLiteral = (phrase: string): boolean => phrase.trim() !== '' && !/[\p{L}\p{N}]/u.test(phrase)

/**
 * Whether a text holds a phrase, whatever its letter case and typography, and not as a part of a longer word. A phrase
 * of signs alone is looked for as it is.
 */
export const holds = (text: string, phrase: string): boolean => {
  if (isLiteral(phrase)) return text.includes(phrase.trim())
  const wanted = fold(phrase, true).text.trim()
  if (wanted === '') return false
  const folded = fold(text, true).text
  const opensWord = startsInWord.test(wanted)
  const closesWord = endsInWord.test(wanted.slice(-2)) || endsInWord.test(wanted.slice(-1))
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    const before = opensWord && endsInWord.test(folded.slice(Math.max(0, at - 2), at))
    const after = closesWord && startsInWord.test(folded.slice(end, end + 2))
    if (!before && !after) return true
  }
  return false
}
