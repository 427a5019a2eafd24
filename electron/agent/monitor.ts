import type { Fault } from '../../shared/records.ts'
import { couldBe } from '../../shared/text/language.ts'
import { countWords } from '../../shared/text/words.ts'

/** Characters between two looks at a stream: often enough to waste little, seldom enough to cost nothing. */
const stride = 200

/** Characters a refusal shows itself in, and those needed to tell a language by its letters. */
const opening = 400

/** How far back a repetition is looked for: 3 times 400 characters are about 300 tokens. */
const longestPeriod = 400
const shortestPeriod = 12

const refusals =
  /^\W*(?:i(?:'|’)?m sorry,? but|i am sorry,? but|sorry,? but i can|i can(?:no|'|’)t (?:help|assist|write|do|comply|fulfil)|i(?:'| a|’)m (?:unable|not able) to|as an ai\b|i must decline|很抱歉|抱歉，|对不起，我|作为(?:一个)?(?:ai|人工智能))/iu

/** Where the first of the equal pieces that end a text is over. */
const firstCopyEnd = (text: string, piece: string): number => {
  let start = text.length - piece.length
  while (text.startsWith(piece, start - piece.length) && start >= piece.length) start -= piece.length
  return start + piece.length
}

/** The place from which the end of a text only repeats itself, or null: three equal pieces in a row. */
export const repetitionStart = (text: string): number | null => {
  for (let period = shortestPeriod; period <= longestPeriod && period * 3 <= text.length; period += 1) {
    const piece = text.slice(-period)
    if (!/[\p{L}\p{N}]/u.test(piece)) continue
    if (text.endsWith(piece + piece + piece)) return firstCopyEnd(text, piece)
  }
  return null
}

const look = (text: string, language: string, mostWords: number): Fault | null => {
  if (refusals.test(text.slice(0, opening))) {
    return { code: 'reply-refusal', sentence: 'The model refused to write this section.' }
  }
  if (text.length > opening && !couldBe(language, text.slice(-4_000))) {
    return { code: 'reply-language', sentence: `The text is not in the language asked for (${language}).` }
  }
  if (repetitionStart(text) !== null) {
    return { code: 'reply-repetition', sentence: 'The text began to repeat itself and was stopped there.' }
  }
  // Cheap tests first: no script has more words than characters, and none has words of 40 letters throughout.
  if (text.length > mostWords * 40 || (text.length > mostWords && countWords(text) > mostWords)) {
    return {
      code: 'reply-runaway',
      sentence: 'The text ran far past the length asked for and was stopped there.',
    }
  }
  return null
}

/** Watches one text as it streams, in code: refusal, wrong language, repetition, runaway length. */
export const monitor = (language: string, mostWords: number): ((text: string) => Fault | null) => {
  let looked = 0
  return (text) => {
    if (text.length - looked < stride) return null
    looked = text.length
    return look(text, language, mostWords)
  }
}

/** The same questions put to a text that has ended, when the last letters were never looked at. */
export const faultOf = (text: string, language: string, mostWords: number): Fault | null =>
  /[\p{L}\p{N}]/u.test(text)
    ? look(text, language, mostWords)
    : { code: 'reply-empty', sentence: 'The model sent no text.' }
