import { sentences } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'

/** The last whole sentences of a text, up to so many words; at least one, and all of a text that is short enough. */
export const ending = (text: string, mostWords: number): string => {
  let [from, words] = [text.length, 0]
  for (const range of sentences(text).toReversed()) {
    words += countWords(text.slice(range.from, range.to))
    if (words > mostWords && from < text.length) break
    from = range.from
  }
  return text.slice(from).trim()
}
