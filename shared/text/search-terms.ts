import { commonWords } from './common-words.ts'
import { languageIn } from './language.ts'
import { stem } from './stems.ts'

/** Scripts whose words are not set apart, or take their endings without a space: they are searched by pairs of letters. */
const paired =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/u
const piece = new RegExp(`${paired.source}|(?:(?!${paired.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** Without letter case, accents and widths, as people type what they look for. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '')

const pairsOf = (run: string): readonly string[] => {
  const letters = Array.from(run)
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`)
}

const termsOf = (text: string, keep: (word: string) => boolean): readonly string[] =>
  (plain(text).match(piece) ?? []).flatMap((found) => {
    if (paired.test(found)) return pairsOf(found)
    return keep(found) ? [stem(found)] : []
  })

/** What a text is found by, in order and as often as it stands there: stems of words, and pairs of East Asian letters. */
export const searchTerms = (text: string): readonly string[] => termsOf(text, () => true)

/** What to look for, each once: the terms of a query without the words that stand in every text. */
export const queryTerms = (query: string): readonly string[] => {
  const language = languageIn(query)
  const common = [commonWords['en'], language === null ? undefined : commonWords[language]]
  const telling = termsOf(query, (word) => !common.some((words) => words?.has(word)))
  return [...new Set(telling)]
}
