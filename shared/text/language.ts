import { commonWords, wordsOf } from './common-words.ts'

const share = (text: string, letters: RegExp): number => {
  const all = text.match(/\p{L}/gu)?.length ?? 0
  return all === 0 ? 0 : (text.match(letters)?.length ?? 0) / all
}

const latin = new Set(
  'en de fr es it pt nl sv da pl no nb nn fi cs sk sl hr hu ro tr et lv lt is ga cy eu ca gl la vi id ms sw af'.split(
    ' ',
  ),
)

/** The letters that languages of other scripts are written in. */
const scripts: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  el: /\p{Script=Greek}/gu,
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  hi: /\p{Script=Devanagari}/gu,
  th: /\p{Script=Thai}/gu,
}

/** The language without its region: `en` of `en-GB`. */
export const baseOf = (code: string): string => code.toLowerCase().split('-', 1)[0] ?? ''

/** Whether the letters of a text can be those of a language, given by its code. */
export const couldBe = (code: string, text: string): boolean => {
  const base = baseOf(code)
  const script = scripts[base]
  if (script) return share(text, script) > 0.3
  return latin.has(base) ? share(text, /\p{Script=Latin}/gu) > 0.5 : true
}

/** Words a text needs before its common words tell its language. */
const fewest = 20

/** Each language's share of common words in a text, the likeliest first. */
const likely = (text: string): readonly (readonly [code: string, share: number])[] => {
  const words = wordsOf(text)
  if (words.length < fewest) return []
  return Object.entries(commonWords)
    .map(([code, common]) => [code, words.filter((word) => common.has(word)).length / words.length] as const)
    .toSorted((a, b) => b[1] - a[1])
}

/** The language of a text by its letters and common words, as a code without region; null where they do not tell. */
export const languageIn = (text: string): string | null => {
  const kana = share(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  if (kana > 0.15) return 'ja'
  if (share(text, /\p{Script=Han}/gu) > 0.5) return kana === 0 ? 'zh' : null
  if (share(text, /\p{Script=Hangul}/gu) > 0.5) return 'ko'
  const [first, second] = likely(text)
  if (!first || !second) return null
  return first[1] >= 0.2 && first[1] >= second[1] * 1.3 ? first[0] : null
}

/** Whether a text is written in a language, given by its code (its region is not looked at); null where code cannot tell. */
export const isIn = (code: string, text: string): boolean | null => {
  const base = baseOf(code)
  if (!/\p{L}/u.test(text)) return null
  if (!couldBe(base, text)) return false
  const found = languageIn(text)
  if (found !== null && (found === base || commonWords[base] || scripts[base])) return found === base
  return null
}
