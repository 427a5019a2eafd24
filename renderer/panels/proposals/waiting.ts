import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { question } from '../../../shared/questions/question.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import type { Draft, Section } from '../../../shared/records.ts'

/** A proposal with the text it would replace. */
export type Waiting = {
  readonly section: Section
  readonly current: Draft | undefined
  readonly proposal: Draft
}

/** Every proposal that waits, in reading order. */
export const waiting = question(['section', 'draft'], (state): readonly Waiting[] =>
  leaves(state).flatMap((section) => {
    const { current, proposals } = desk(state, section.id)
    return proposals.map((proposal) => ({ section, current, proposal }))
  }),
)

/** How many proposals wait. */
export const waitingCount = (state: ProjectState): number => waiting(state).length
