import { checksOf } from './checks-of.ts'
import { isIn, mattersOf, wordsOf } from './label-words.ts'
import type { Check, Task } from './task.ts'
import { wordsAsked, wordsIn, type WordsAsked } from './words-asked.ts'

/** One check, whether its unit was written, and whether the unit's text holds what the label names. */
export type HeldCheck = Check & { readonly isWritten: boolean; readonly isHeld: boolean }

/** What a written document is worth. */
export type DocumentGrade = {
  readonly units: { readonly asked: number; readonly written: number }
  readonly checks: readonly HeldCheck[]
  readonly words: {
    readonly asked: WordsAsked | null
    readonly written: number
    /** Units with fewer or more words than asked, as `unit: words`. */
    readonly offLength: readonly string[]
  }
}

/** One unit of a document in Markdown: its heading, and the text below it. */
export type UnitText = { readonly heading: string; readonly text: string }

/** The units of a document in Markdown, in order: what stands below each heading of the second level. */
export const unitTexts = (markdown: string): readonly UnitText[] =>
  markdown
    .split(/^## /mu)
    .slice(1)
    .map((piece) => {
      const end = piece.indexOf('\n')
      const heading = end < 0 ? piece : piece.slice(0, end)
      return { heading: heading.trim(), text: end < 0 ? '' : piece.slice(end).trim() }
    })

/** Grades a document in Markdown, unit n below its nth heading. Knows nothing of how it was written or checked. */
export const gradeDocument = (task: Task, markdown: string): DocumentGrade => {
  const texts = unitTexts(markdown).slice(0, task.number)
  const words = texts.map(({ text }) => wordsOf(text))
  const counts = texts.map(({ text }) => wordsIn(text))
  const asked = wordsAsked(task.prompt)
  const { min = 0, max = Infinity } = asked ?? {}
  const isHeld = ({ unit, label }: Check): boolean => {
    const said = words[unit - 1]
    return said !== undefined && mattersOf(label).every((matter) => isIn(matter, said))
  }
  return {
    units: { asked: task.number, written: counts.filter((count) => count > 0).length },
    checks: checksOf(task).all.map((check) => ({
      ...check,
      isWritten: (counts[check.unit - 1] ?? 0) > 0,
      isHeld: isHeld(check),
    })),
    words: {
      asked,
      written: counts.reduce((sum, count) => sum + count, 0),
      offLength: counts.flatMap((count, i) =>
        count > 0 && (count < min || count > max) ? [`${i + 1}: ${count}`] : [],
      ),
    },
  }
}
