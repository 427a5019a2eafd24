import { nearRepetition, type NearRepetition } from './near-repetition.ts'
import { isDense } from './dense.ts'
import type { Sighting } from './sighting.ts'

const shortestPeriod = 12
/** How far back equal pieces are looked for: three of 400 characters are about 300 tokens. */
const longestPeriod = 400

/** Where the first of the equal pieces that end a text is over. */
const firstCopyEnd = (text: string, piece: string): number => {
  let start = text.length - piece.length
  while (text.startsWith(piece, start - piece.length) && start >= piece.length) start -= piece.length
  return start + piece.length
}

/** The place from which the end of a text only repeats itself, or null: three equal pieces in a row. */
export const repetitionStart = (text: string): number | null => {
  // Signs and spaces alone go round in every rule and every table.
  if (!/[\p{L}\p{N}]/u.test(text.slice(-longestPeriod))) return null
  const longest = isDense(text) ? longestPeriod / 4 : longestPeriod
  const last = text.length - 1
  for (let period = shortestPeriod; period <= longest && period * 3 <= text.length; period += 1) {
    if (text[last] !== text[last - period]) continue
    const piece = text.slice(-period)
    if (text.endsWith(piece + piece + piece) && /[\p{L}\p{N}]/u.test(piece)) return firstCopyEnd(text, piece)
  }
  return null
}

/** Sees a text that goes round: in equal pieces, or in pieces that change a little each time. */
export const repetitionWatch = (): ((text: string) => Sighting | null) => {
  const near: NearRepetition = nearRepetition()
  return (text) => {
    const again = near(text)
    const at = repetitionStart(text) ?? again
    if (at === null) return null
    const sentence = 'The text began to repeat itself and was stopped there.'
    return { at, fault: { code: 'reply-repetition', sentence } }
  }
}
