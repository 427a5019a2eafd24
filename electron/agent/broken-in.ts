import type { Demand } from '../../shared/constraints/demand.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { repliesOf } from '../../shared/questions/bounds.ts'
import { citationFindings } from '../../shared/questions/citations.ts'
import { draftStep } from '../../shared/questions/steps.ts'
import { freshReview, verdictsOn } from '../../shared/questions/verdicts.ts'
import type { Draft, Finding, Section } from '../../shared/records.ts'

/** What is broken in a text, and the demand that is not kept; null for a fault that its review found beside. */
export type Broken = { readonly finding: Finding; readonly demand: Demand | null }

/** Times that a section may be asked for another length, the asking while it was drafted included. */
const lengthPasses = 2

const mayAskLength = (state: ProjectState, section: Section, round: number): boolean => {
  const wasShort = repliesOf(state, draftStep(section)).some(({ fault }) => fault?.code === 'reply-short')
  return (wasShort ? 1 : 0) + round <= lengthPasses
}

/** What a round of revision is to mend in a draft: duties that are broken, and the faults its review found. */
export const brokenIn = (
  state: ProjectState,
  section: Section,
  draft: Draft,
  round: number,
): readonly Broken[] => {
  const withLength = mayAskLength(state, section, round)
  const duties = verdictsOn(state, draft).flatMap(
    ({ duty: { constraint, demand }, verdict, quote, advice, by = 'code' }): readonly Broken[] =>
      verdict === 'broken' && (withLength || demand.kind !== 'length')
        ? [
            {
              demand,
              finding: { constraint, verdict, by, ...(quote && { quote }), ...(advice && { advice }) },
            },
          ]
        : [],
  )
  // Before its first review a draft is mended by what code knows of it.
  const faults = (freshReview(state, draft)?.findings ?? citationFindings(state, draft)).filter(
    ({ constraint, verdict }) => !constraint && verdict === 'broken',
  )
  return [...duties, ...faults.map((finding) => ({ finding, demand: null }))]
}

/** Whether something is broken that stands at no place: a text in another language or voice is written anew. */
export const isBrokenThroughout = (broken: readonly Broken[]): boolean =>
  broken.some(({ demand }) => demand?.kind === 'language' || demand?.kind === 'voice')
