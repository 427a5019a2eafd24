import type { SectionId } from '../records.ts'
import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { hashOf } from '../text/hash.ts'
import { sentences } from '../text/sentences.ts'
import { isDense, wordMarks } from '../text/word-marks.ts'
import type { SectionText } from './duplicates.ts'

/** Two sections that begin alike: the first to do so, and one that does so again. */
export type AlikeOpening = {
  readonly first: { readonly section: SectionId; readonly quote: string }
  readonly second: { readonly section: SectionId; readonly quote: string }
  /** How many sections begin so. */
  readonly times: number
  readonly hash: string
}

/** First words that are compared, and those that make two openings alike wherever they stand. */
const measures = { spaced: { alike: 4, same: 7 }, dense: { alike: 6, same: 12 } } as const

/** Sections that must begin alike before it is a fault, where they are no neighbours. */
const often = 3

/** Characters in which the first sentence is looked for. */
const near = 600

const calendar = (language: string): ReadonlySet<string> => {
  const days = Array.from({ length: 12 }, (_, i) => Date.UTC(2024, i, 1 + i))
  const named = (options: Intl.DateTimeFormatOptions): readonly string[] => {
    try {
      return days.map((day) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(day))
    } catch {
      return []
    }
  }
  return new Set(
    [...named({ month: 'long' }), ...named({ weekday: 'long' })].map((word) => word.toLowerCase()),
  )
}

type Opening = { readonly section: SectionId; readonly quote: string; readonly words: readonly string[] }

/** How a text begins: its first sentence, and its first words without the date that a diary sets before them. */
const openingOf = (
  { section, text }: SectionText,
  unspaced: boolean,
  dates: ReadonlySet<string>,
): Opening => {
  const body = text.slice(0, near).replace(/^(?:\s*#{1,6}[ \t][^\n]*\n)+/u, '')
  const range = sentences(body).find(({ from, to }) => /\p{L}/u.test(body.slice(from, to)))
  const words = wordMarks(body, unspaced).words.map((word) => word.replace(/\p{N}+/gu, '#'))
  const begin = words.findIndex((word) => !dates.has(word) && !word.startsWith('#'))
  return {
    section,
    quote: range ? body.slice(range.from, range.to) : '',
    words: words.slice(Math.max(0, begin)),
  }
}

/**
 * The sections that begin in the same words as another before them: three of them or more, or neighbours, or by more than
 * a few words. Dates and numbers are no likeness. `texts` are in reading order, without those that must begin so.
 */
export const alikeOpenings = function* (
  texts: readonly SectionText[],
  language: string,
): Stepwise<readonly AlikeOpening[]> {
  const unspaced = isDense(texts.map(({ text }) => text.slice(0, 200)).join(' '))
  const { alike, same } = measures[unspaced ? 'dense' : 'spaced']
  const dates = calendar(language)
  const all = yield* eachInSteps(texts, (each, i) => ({ ...openingOf(each, unspaced, dates), i }))
  const groups = Map.groupBy(
    all.filter(({ words, quote }) => words.length >= alike && quote !== ''),
    ({ words }) => words.slice(0, alike).join(' '),
  )
  return [...groups.values()]
    .flatMap((group) =>
      group.slice(1).flatMap((second, k) => {
        const [first, before] = [group[0], group[k]]
        if (!first || !before) return []
        const isSame = first.words.slice(0, same).join(' ') === second.words.slice(0, same).join(' ')
        if (group.length < often && second.i - before.i > 1 && !isSame) return []
        const [{ section, quote }, told] = [second, group.length < often ? before : first]
        return [
          {
            i: second.i,
            first: { section: told.section, quote: told.quote },
            second: { section, quote },
            times: group.length,
            hash: hashOf([told.section, section, second.words.slice(0, alike)]),
          },
        ]
      }),
    )
    .toSorted((a, b) => a.i - b.i)
    .map(({ i: _, ...found }) => found)
}
