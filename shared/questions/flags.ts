import type { Section } from '../records.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { freshReview } from './verdicts.ts'

/** Something the writer should know that is no duty: what failed at its bounds, or what a review found beside. */
export type Flag = {
  readonly section: Section | null
  readonly sentence: string
  readonly quote?: string
  readonly advice?: string
}

/** All flags, sections in order, the work's own first. Nothing that failed is missing here. */
export const flags = question(
  ['plan', 'section', 'draft', 'review', 'step', 'constraint'],
  (state): readonly Flag[] => {
    const notes = [...state.plan.values()].flatMap(({ notes: each }) => each)
    const failed = Map.groupBy(
      [...state.step.values()].filter(({ status }) => status === 'failed'),
      ({ section }) => section,
    )
    const ofSteps = (id: Section['id'] | null, section: Section | null): readonly Flag[] =>
      (failed.get(id) ?? []).map(({ verb, fault }) => ({
        section,
        sentence: `To ${verb} it did not succeed. ${fault?.sentence ?? ''}`.trim(),
      }))
    const ofReview = (section: Section): readonly Flag[] => {
      const { current } = desk(state, section.id)
      const findings = (current && freshReview(state, current)?.findings) ?? []
      return findings.flatMap(({ constraint, fault, quote, advice }): readonly Flag[] =>
        constraint
          ? []
          : [{ section, sentence: fault ?? '', ...(quote && { quote }), ...(advice && { advice }) }],
      )
    }
    return [
      ...notes.map((sentence): Flag => ({ section: null, sentence })),
      ...ofSteps(null, null),
      ...leaves(state).flatMap((section) => [...ofSteps(section.id, section), ...ofReview(section)]),
    ]
  },
)
