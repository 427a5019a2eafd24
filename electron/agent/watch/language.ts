import type { Fault } from '../../../shared/records.ts'
import { couldBe, isIn } from '../../../shared/text/language.ts'
import type { Sighting } from './sighting.ts'

/** Characters that tell a language by its letters, and by its common words. */
const [lettersTell, wordsTell] = [400, 900]
/** How far back letters and words are looked for, and characters after which it is worth looking again. */
const [recentLetters, recentWords, again] = [1_200, 1_800, 300]

/** Letters without which a stretch of a text, and a whole text, tells no language: a table of figures, say. */
const [fewest, few] = [60, 10]

const hasLetters = (text: string, count: number): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= count

const faultOf = (language: string): Fault => ({
  code: 'reply-language',
  sentence: `The text is not in the language asked for (${language}).`,
})

/** Where the last paragraphs begin of which none is in the language and the first is in another. */
const strayFrom = (text: string, language: string): number => {
  let at = text.length
  let begin = text.length
  for (const paragraph of text.split(/(?<=\n[ \t]*\n)/u).toReversed()) {
    if (isIn(language, paragraph) === true) break
    at -= paragraph.length
    if (!couldBe(language, paragraph) || isIn(language, paragraph) === false) begin = at
  }
  return begin
}

/** Sees that the letters of a whole text, however short, are none of its language. */
export const lettersSeen = (text: string, language: string): Sighting | null =>
  !hasLetters(text, few) || couldBe(language, text) ? null : { at: 0, fault: faultOf(language) }

/** Whether a text that was given is in another language itself; one without words is in none. */
export const isInOther = (given: string, language: string): boolean =>
  lettersSeen(given, language) !== null || isIn(language, given) === false

/** Sees that a text is in another language, or goes over to one: by its letters, and by its common words. */
export const languageSeen = (text: string, from: number, language: string): Sighting | null => {
  if (from > 0 && Math.floor(from / again) === Math.floor(text.length / again)) return null
  const end = text.slice(-recentLetters)
  const isOther =
    (text.length > lettersTell && hasLetters(end, fewest) && !couldBe(language, end)) ||
    (text.length > wordsTell && isIn(language, text.slice(-recentWords)) === false)
  if (!isOther) return null
  return { at: strayFrom(text, language), fault: faultOf(language) }
}
