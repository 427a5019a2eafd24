import type { SectionId } from '../records.ts'
import { eachInSteps, type Stepwise } from '../stepwise.ts'
import { hashOf } from '../text/hash.ts'
import { overlaps, type Compared, type Overlap } from '../text/overlaps.ts'
import { isDense } from '../text/word-marks.ts'
import { masked, type NotOwn } from './word-mask.ts'

/** The text of one section. */
export type SectionText = { readonly section: SectionId; readonly text: string }

/** Words in which two sections are the same, as each has them, and whether that alone shows that it is told twice. */
export type Duplicate = {
  /** The section that has it first. */
  readonly first: { readonly section: SectionId; readonly quote: string }
  readonly second: { readonly section: SectionId; readonly quote: string }
  readonly weight: number
  readonly isVerbatim: boolean
  /** What the second says, folded, as a hash: the same finding has the same, whatever else changes. */
  readonly hash: string
  /** Findings that rest on the same words of the first section have the same group. */
  readonly group: string
}

/**
 * How many words in a row are compared (the 5-grams of plagiarism detectors; of Chinese and Japanese 8 characters), how
 * many of weight make a suspicion, and how many in one run are a repetition beyond doubt. `gap`: words of another kind
 * that may stand between two runs of one repetition.
 */
const measures = {
  spaced: { size: 5, suspicion: 12, proof: 24, gap: 8 },
  dense: { size: 8, suspicion: 20, proof: 40, gap: 12 },
} as const
type Measure = (typeof measures)['spaced'] | (typeof measures)['dense']

/** Letters of a quote that shows a repetition. */
const mostLetters = 400

/** Runs that follow each other in both texts with little between: one repetition, with its longest run. */
type Cluster = Overlap & { readonly longest: number; readonly ends: number; readonly endsAgain: number }

/** Runs that are looked at in one step. */
const stride = 4_096

const clusters = function* (found: readonly Overlap[], { gap }: Measure): Stepwise<readonly Cluster[]> {
  const all: Cluster[] = []
  for (const [i, run] of found.entries()) {
    if (i % stride === 0) yield
    const [ends, endsAgain] = [run.at + run.words, run.again + run.words]
    const last = all.at(-1)
    const follows =
      last?.first === run.first &&
      last.second === run.second &&
      run.at >= last.at &&
      run.at - last.ends <= gap &&
      run.again - last.endsAgain <= gap
    if (!follows) all.push({ ...run, longest: run.weight, ends, endsAgain })
    else
      all[all.length - 1] = {
        ...last,
        ends: Math.max(last.ends, ends),
        endsAgain,
        words: last.words + run.words,
        weight: last.weight + run.weight,
        longest: Math.max(last.longest, run.weight),
      }
  }
  return all
}

const quoteOf = ({ text }: SectionText, { marks }: Compared, from: number, to: number): string => {
  const start = marks.from[from] ?? 0
  let last = to - 1
  while (last > from && (marks.to[last] ?? 0) - start > mostLetters) last -= 1
  return text.slice(start, marks.to[last])
}

/**
 * What sections have in the same words, each held against the section that has it first. Quoted matter and what `notOwn`
 * names is left out. In reading order of the second; time grows with the length of the work.
 */
export const duplicatesIn = function* (
  texts: readonly SectionText[],
  notOwn: NotOwn,
): Stepwise<readonly Duplicate[]> {
  const unspaced = isDense(texts.map(({ text }) => text.slice(0, 200)).join(' '))
  const measure = measures[unspaced ? 'dense' : 'spaced']
  const compared = yield* masked(
    texts.map(({ text }) => text),
    notOwn,
    unspaced,
  )
  const all = yield* clusters(yield* overlaps(compared, measure.size), measure)
  const heavy = all.filter(({ weight }) => weight >= measure.suspicion)
  const found = yield* eachInSteps(
    heavy,
    ({ first, second, at, ends, again, endsAgain, weight, longest }): readonly Duplicate[] => {
      const [a, b, left, right] = [texts[first], texts[second], compared[first], compared[second]]
      if (!a || !b || !left || !right) return []
      return [
        {
          first: { section: a.section, quote: quoteOf(a, left, at, ends) },
          second: { section: b.section, quote: quoteOf(b, right, again, endsAgain) },
          weight,
          isVerbatim: longest >= measure.proof,
          hash: hashOf([a.section, b.section, right.marks.words.slice(again, endsAgain)]),
          group: `${a.section} ${at}`,
        },
      ]
    },
  )
  return found.flat()
}
