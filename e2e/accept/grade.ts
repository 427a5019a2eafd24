import { wordsAsked, type Task } from './brief-of.ts'

/** What an exported manuscript is worth. Nothing here knows how the text was made or checked. */
export type Grade = {
  readonly units: number
  readonly unitsAsked: number
  /** Units whose words are outside what the prompt asks, e.g. `13: 180`. */
  readonly offLength: readonly string[]
  readonly checks: number
  /** Checks that do not hold, as `unit: text`. */
  readonly missing: readonly string[]
}

const countWords = (text: string): number =>
  text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[*_\\]/gu, '')
    .replaceAll(/\s+/gu, ' ')

/** The text below each second-level heading, in order. */
export const unitTexts = (markdown: string): readonly string[] =>
  markdown
    .split(/^## .*$/mu)
    .slice(1)
    .map((text) => text.trim())

/** Grades an exported manuscript against the benchmark's own checks. */
export const grade = (markdown: string, task: Task): Grade => {
  const texts = unitTexts(markdown)
  const { min, max = Infinity } = wordsAsked(task.prompt)
  const checks = [task.checks_once, task.checks_range, task.checks_periodic].flatMap((each) =>
    Object.entries(each),
  )
  return {
    units: texts.filter((text) => text !== '').length,
    unitsAsked: Number(task.number),
    offLength: texts.flatMap((text, i) => {
      const words = countWords(text)
      return words < min || words > max ? [`${i + 1}: ${words}`] : []
    }),
    checks: checks.length,
    missing: checks.flatMap(([unit, text]) =>
      bare(texts[Number(unit) - 1] ?? '').includes(bare(text)) ? [] : [`${Number(unit)}: ${text}`],
    ),
  }
}
