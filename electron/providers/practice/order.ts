import { checkedText } from '../../../shared/constraints/checked-text.ts'
import { check, type Demand } from '../../../shared/constraints/demand.ts'
import { holds } from '../../../shared/text/quotes.ts'
import { countWords } from '../../../shared/text/words.ts'
import { askedBrief, askedDuties, askedSection, targetWords } from './asked.ts'
import { languageFor, type Language } from './language.ts'
import type { PromptBlocks } from './prompt-blocks.ts'
import { registerFor, type Register } from './register.ts'
import { sourcesIn } from './sources.ts'

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
  /** Whatever else it owes. */
  readonly others: readonly Demand[]
  /** Keys of what may be cited; null where nothing was said of it. */
  readonly sources: readonly string[] | null
  readonly min: number
  readonly max: number
  /** Words aimed at. */
  readonly target: number
}

/** The part of what the whole must have that falls to one of its sections: as even as whole numbers allow. */
const shareOf = (demand: Demand, number: number, of: number): readonly Demand[] => {
  const part = (whole: number): number =>
    of > 0 ? Math.floor((whole * number) / of) - Math.floor((whole * (number - 1)) / of) : 0
  if (demand.kind === 'repeats') {
    const { text, min = 0, max } = demand.params
    const count = part(min)
    if (max !== undefined) return [{ kind: 'repeats', params: { text, min: count, max: count } }]
    return count > 0 ? [{ kind: 'repeats', params: { text, min: count } }] : []
  }
  if (demand.kind === 'pattern') {
    const { has, min = 1, not } = demand.params
    const count = min > 1 && !not ? part(min) : 0
    return count > 0 ? [{ kind: 'pattern', params: { has, min: count } }] : []
  }
  const count = demand.kind === 'cites' && demand.params.min > 1 ? part(demand.params.min) : 0
  return count > 0 ? [{ kind: 'cites', params: { min: count } }] : []
}

const tongueOf = (others: readonly Demand[]): string | undefined =>
  others.flatMap((each) => (each.kind === 'language' ? each.params.code : []))[0]

/** The pieces that suit who is to tell it, and when. */
const voiced = (others: readonly Demand[], register: Register): Register => {
  const { person, tense } = others.find((each) => each.kind === 'voice')?.params ?? {}
  if (person === 'first') return 'diary'
  if (person === 'third' && register === 'diary') return 'story'
  if (tense === 'past') return register === 'diary' ? register : 'story'
  return tense === 'present' ? 'report' : register
}

/** Reads the order out of a prompt to the writer. */
export const orderOf = (blocks: PromptBlocks): Order => {
  const brief = askedBrief(blocks)
  const { words, of, ...section } = askedSection(blocks)
  const duties = askedDuties(blocks)
  const shares = brief.wholeAsks.flatMap((demand) => shareOf(demand, section.number, of))
  return {
    language: languageFor(tongueOf(duties.others) ?? brief.language),
    register: voiced(duties.others, registerFor(brief.form)),
    ...section,
    ...duties,
    others: [...duties.others, ...shares],
    sources: sourcesIn(blocks),
    target: targetWords(duties, words),
  }
}

/** How many of its duties a text breaks, as code can tell. */
export const brokenDuties = (text: string, { say, never, others, min, max }: Order): number => {
  const words = countWords(text)
  const checked = checkedText(text)
  return (
    say.filter((phrase) => !holds(text, phrase)).length +
    never.filter((phrase) => holds(text, phrase)).length +
    others.filter((demand) => check(demand, checked)?.verdict === 'broken').length +
    (words < min || words > max ? 1 : 0)
  )
}
