import { holds } from '../../../shared/text/quotes.ts'
import { countWords } from '../../../shared/text/words.ts'
import { askedBrief, askedDuties, askedSection, targetWords } from './asked.ts'
import { languageFor, type Language } from './language.ts'
import type { PromptBlocks } from './prompt-blocks.ts'
import { registerFor, type Register } from './register.ts'

/** All that one section is to be: what the prompt asked, as the writer takes it. */
export type Order = {
  readonly language: Language
  readonly register: Register
  readonly number: number
  readonly title: string
  readonly entry: string
  readonly owns: readonly string[]
  readonly say: readonly string[]
  readonly never: readonly string[]
  readonly keep: readonly string[]
  readonly min: number
  readonly max: number
  /** Words aimed at. */
  readonly target: number
}

/** Reads the order out of a prompt to the writer. */
export const orderOf = (blocks: PromptBlocks): Order => {
  const brief = askedBrief(blocks)
  const { words, ...section } = askedSection(blocks)
  const duties = askedDuties(blocks)
  return {
    language: languageFor(brief.language),
    register: registerFor(brief.form),
    ...section,
    ...duties,
    target: targetWords(duties, words),
  }
}

/** How many of its duties a text breaks, as code can tell. */
export const brokenDuties = (text: string, { say, never, min, max }: Order): number => {
  const words = countWords(text)
  return (
    say.filter((phrase) => !holds(text, phrase)).length +
    never.filter((phrase) => holds(text, phrase)).length +
    (words < min || words > max ? 1 : 0)
  )
}
