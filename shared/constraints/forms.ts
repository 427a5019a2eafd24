import type { RootContent } from 'mdast'
import { plainOf } from '../text/markdown.ts'
import { quotedIn } from '../text/speech.ts'
import type { CheckedText } from './checked-text.ts'

/** How a text can open or close. */
export const forms = ['question', 'exclamation', 'dialogue', 'date', 'list'] as const
export type Form = (typeof forms)[number]

/** What an opening or a closing is asked to be: these words, this form, or both. */
export type Edge = { readonly text?: string | undefined; readonly form?: Form | undefined }

const names: Readonly<Record<Form, string>> = {
  question: 'a question',
  exclamation: 'an exclamation',
  dialogue: 'dialogue',
  date: 'a date',
  list: 'a list',
}

/** An edge in words: `a question`, `"Dear diary"`, `a date: "3 May"`. */
export const edgeText = ({ text, form }: Edge): string =>
  [form && names[form], text !== undefined && `"${text}"`].filter(Boolean).join(': ')

/** Reads what `edgeText` writes; other words are taken as they stand. */
export const readEdge = (said: string): Edge | null => {
  const words = said.trim()
  const { name, text } =
    /^(?<name>(?:an? )?(?:question|exclamation|dialogue|date|list))(?:: ?"(?<text>.+)")?$/isu.exec(words)
      ?.groups ?? {}
  const form = forms.find((each) => [each, names[each]].includes(name?.toLowerCase() ?? ''))
  if (form) return { form, ...(text !== undefined && { text }) }
  const plain = words.replace(/^"(?<within>.+)"$/su, '$<within>').trim()
  return plain === '' ? null : { text: plain }
}

/** Blocks of a section that are text of its own: no rules, no footnotes. */
export const ownBlocks = (text: CheckedText): readonly RootContent[] =>
  text
    .root()
    .children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'thematicBreak')
    .filter((block) => plainOf(block).trim() !== '')

const month =
  '(?:Jan(?:uary|uar|\\.)?|Feb(?:ruary|ruar|\\.)?|Mar(?:ch|\\.)?|März|Apr(?:il|\\.)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|O[ck]t(?:ober|\\.)?|Nov(?:ember|\\.)?|De[cz](?:ember|\\.)?|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
const digits = '[一二三四五六七八九十]{1,3}'

/** A day of the calendar as people write it; the month may stand before or behind the day. */
const date = new RegExp(
  [
    '\\b\\d{4}-\\d{2}-\\d{2}\\b',
    '\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b',
    '\\b\\d{2}[-/]\\d{2}\\b',
    `\\b\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: of| de)? ${month}(?!\\p{L})`,
    `(?<!\\p{L})${month} (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?!\\d)`,
    '\\d{1,2} ?月 ?\\d{1,2} ?[日号]',
    `${digits}月${digits}[日号]`,
  ].join('|'),
  'u',
)

/** Letters at an edge within which a date stands. */
const reach = 60

/** Whether a day of the calendar stands at the beginning of a text. */
export const datesFrom = (text: string): boolean => date.test(text.slice(0, reach).split('\n\n', 1)[0] ?? '')

/** Whether one stands at its end. */
export const datesTo = (text: string): boolean => date.test(text.slice(-reach).split('\n\n').at(-1) ?? '')

const ends = {
  question: /[?？؟]["'”’»)\]』」]*$/u,
  exclamation: /[!！]["'”’»)\]』」]*$/u,
} as const

/**
 * Whether a sentence, the first or the last of a text, has a form; `opening` tells which. What somebody says in it counts
 * as well: “Who goes there?” she asked.
 */
export const hasForm = (
  sentence: string,
  form: Exclude<Form, 'list' | 'date'>,
  opening: boolean,
): boolean => {
  const said = quotedIn(sentence)
  if (form === 'dialogue') return said.some(({ spoken }) => spoken)
  const [first] = said
  const inner = opening && first?.from === 0 ? sentence.slice(0, first.to) : ''
  return ends[form].test(sentence.trim()) || ends[form].test(inner)
}
