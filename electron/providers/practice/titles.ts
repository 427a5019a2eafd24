import type { Language } from './language.ts'
import type { Register } from './register.ts'
import { cropped } from './says.ts'

const item = {
  numbered: /^[ \t]*\d{1,3}[.)、]\s*(?<text>\S.*)$/gmu,
  heading: /^#{2,6}[ \t]+(?<text>\S.*)$/gmu,
  bullet: /^[ \t]*[-*+•][ \t]+(?<text>\S.*)$/gmu,
} as const

const open = /\.\.\.|…|\b(?:and so on|etc\.?|to be continued|tbd)(?!\p{L})/giu

/** Words without what would make them look unfinished, and without marks of emphasis. */
export const finished = (text: string): string =>
  text
    .replace(open, '')
    .replace(/[*_`#]+/gu, (mark) => (mark === '_' ? mark : ''))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.,;:。，；：]+$/u, '')

const shortTitle = (text: string): string => {
  const whole = finished(text)
  if (whole.length <= 70) return whole
  const [clause = whole] = whole.split(/[:;.。；：]|\s[–—-]\s|\(/u)
  return finished(cropped(clause, 10))
}

const listed = (brief: string, pattern: RegExp): readonly string[] => [
  ...new Set(
    [...brief.matchAll(pattern)].map(({ groups }) => shortTitle(groups?.['text'] ?? '')).filter(Boolean),
  ),
]

/** What a brief itself names as parts of the work, in its order: a numbered list, headings or a bulleted list. */
export const namedParts = (brief: string): readonly (readonly string[])[] =>
  [item.numbered, item.heading, item.bullet]
    .map((pattern) => listed(brief, pattern))
    .filter((titles) => titles.length > 1)

const thinned = (titles: readonly string[], count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, i) => titles[Math.round((i * (titles.length - 1)) / Math.max(1, count - 1))] ?? '',
  )

/** As many titles as wanted: chosen evenly from a list that is longer, divided into parts where it is shorter. */
const stretched = (titles: readonly string[], count: number, parts: readonly string[]): readonly string[] => {
  if (titles.length >= count) return thinned(titles, count)
  const extra = count - titles.length
  // Sections in the middle are divided first; what opens and closes a work stays whole as long as it can.
  const weight = titles.map(
    (_, i) => Math.floor(extra / titles.length) + 1 + (isExtra(i, titles.length, extra) ? 1 : 0),
  )
  return titles.flatMap((title, i) => {
    const pieces = weight[i] ?? 1
    if (pieces === 1) return [title]
    return Array.from({ length: pieces }, (_, k) => {
      const part = parts[k % parts.length] ?? ''
      const lap = Math.floor(k / parts.length)
      return `${title}: ${part}${lap > 0 ? ` ${lap + 1}` : ''}`
    })
  })
}

const isExtra = (index: number, length: number, extra: number): boolean => {
  const rest = extra % length
  const from = Math.floor((length - rest) / 2)
  return index >= from && index < from + rest
}

/** Titles for a work of `least` to `most` sections and `words` words in all, and whether the brief named them. */
export const freeTitles = (
  brief: string,
  language: Language,
  register: Register,
  { least, most, words }: { readonly least: number; readonly most: number; readonly words: number },
): { readonly titles: readonly string[]; readonly named: boolean } => {
  const groups = namedParts(brief).filter(({ length }) => length <= most)
  const group = groups.find(({ length }) => length >= least) ?? groups[0]
  const usual = Math.min(most, Math.max(least, Math.round(words / 400)))
  const count = group ? Math.max(least, group.length) : usual
  const titles = stretched(group ?? language.outline[register], count, language.outline.parts)
  return { titles, named: group !== undefined }
}
