import type { Section, Step } from '../records.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { candidateStep } from './steps.ts'

/** One more draft of a section that the writer wished for; `candidate` counts them from 1 within a take. */
export type WantedCandidate = {
  readonly section: Section
  readonly candidate: number
  readonly step: Step['id']
}

/** The candidates that are still to be written, in reading order. A section on hold is left alone. */
export const wantedCandidates = question(['section', 'step'], (state): readonly WantedCandidate[] =>
  leaves(state)
    .filter(({ hold }) => !hold)
    .flatMap((section) =>
      Array.from({ length: section.candidates ?? 0 }, (_, i) => ({
        section,
        candidate: i + 1,
        step: candidateStep(section, i + 1),
      })),
    )
    .filter(({ step }) => !state.step.has(step)),
)
