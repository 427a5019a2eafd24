import type { ProjectState } from '../../../shared/project-state.ts'
import type { Draft, SectionId } from '../../../shared/records.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, type SectionProgress } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'

/** The newest text that the last run wrote beside the writer's own, where it still waits. */
export const newProposal = (state: ProjectState, id: SectionId): Draft | undefined =>
  desk(state, id).proposals.findLast(
    ({ author, at }) => author === 'model' && at >= (lastRun(state)?.startedAt ?? Infinity),
  )

const isOnTheWall = (state: ProjectState, { section, phase }: SectionProgress): boolean => {
  const { current, streaming, candidate } = desk(state, section.id)
  if (streaming || candidate || phase === 'failed' || section.hold === true) return true
  if (newProposal(state, section.id)) return true
  return current?.author === 'model' && current.at >= (lastRun(state)?.startedAt ?? Infinity)
}

/** The sections of the last run in reading order: none leaves the wall when it is done, so that nothing jumps. */
export const wallEntries = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'run'],
  (state): readonly SectionProgress[] => progress(state).filter((each) => isOnTheWall(state, each)),
)
