import { framed, type Grammar } from './grammar.ts'
import { chinese } from './languages/chinese.ts'
import { english } from './languages/english.ts'
import { french } from './languages/french.ts'
import { german } from './languages/german.ts'
import { japanese } from './languages/japanese.ts'
import { outlines, type Outline } from './languages/outlines.ts'
import { spanish } from './languages/spanish.ts'

/** A language the practice model can write. */
export type Language = {
  readonly code: string
  readonly grammar: Grammar
  readonly outline: Outline
  /** What stands between two sentences, and between the clauses of a plan entry. */
  readonly gap: string
  readonly clause: string
  readonly stop: string
  /** Words of a long paragraph, and of two sentences. */
  readonly paragraph: number
  readonly pair: number
  /** Quotation marks, each followed by the one that stands for it within a quotation. */
  readonly quotes: string
  /** Found in every sentence by which a section says that it is placeholder prose. */
  readonly honest: RegExp
}

const spaced = { gap: ' ', clause: '; ', stop: '.', paragraph: 95, pair: 36 } as const
const dense = { gap: '', clause: '，', stop: '。', paragraph: 160, pair: 64 } as const

const zh: Language = {
  code: 'zh',
  ...dense,
  grammar: chinese,
  outline: outlines.zh,
  quotes: '“‘”’',
  honest: /占位文字|暂代正文|暂时替代/u,
}

const ja: Language = {
  code: 'ja',
  ...dense,
  clause: '、',
  grammar: japanese,
  outline: outlines.ja,
  quotes: '「『」』',
  honest: /仮の文章|本文の代わり/u,
}

const de: Language = {
  code: 'de',
  ...spaced,
  grammar: german,
  outline: outlines.de,
  quotes: '„‚“‘',
  honest: /platzhalter|vertritt nur/iu,
}

const fr: Language = {
  code: 'fr',
  ...spaced,
  clause: ' ; ',
  grammar: french,
  outline: outlines.fr,
  quotes: '«“»”',
  honest: /provisoire|texte à venir/iu,
}

const es: Language = {
  code: 'es',
  ...spaced,
  grammar: spanish,
  outline: outlines.es,
  quotes: '«“»”',
  honest: /provisional|texto futuro/iu,
}

const en: Language = {
  code: 'en',
  ...spaced,
  grammar: english,
  outline: outlines.en,
  quotes: '“‘”’',
  honest: /placeholder|stands? in for|stand-in/iu,
}

const names: readonly (readonly [RegExp, Language])[] = [
  [/^(?:zh|cmn|chinese|mandarin|中文|汉语|漢語|华语|普通话)/iu, zh],
  [/^(?:ja(?![a-z])|jpn|japanese|日本語)/iu, ja],
  [/^(?:de(?![a-z])|german|deutsch)/iu, de],
  [/^(?:fr(?![a-z])|french|français)/iu, fr],
  [/^(?:es(?![a-z])|spanish|español)/iu, es],
]

/** Every language it writes, by its code. */
export const languages = { en, zh, ja, de, fr, es } as const

/** The language for a brief's language tag or name; English for those it does not know. */
export const languageFor = (name: string): Language =>
  names.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? en

/** A text between the quotation marks of a language. */
export const inQuotes = (text: string, language: Language): string =>
  framed(language.grammar.quote[0], withinQuotes(text, language))

/** A text as it is set within quotation marks of this language. */
export const withinQuotes = (text: string, { quotes }: Language): string => {
  const inner = (mark: string): string => {
    const at = quotes.indexOf(mark)
    return at >= 0 && at % 2 === 0 ? quotes.charAt(at + 1) : mark
  }
  return text.replace(/[“”„«»「」]/gu, inner)
}
