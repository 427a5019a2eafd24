import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, type SectionProgress } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'

const isOnTheWall = (state: ProjectState, { section, phase }: SectionProgress): boolean => {
  const { current, streaming, candidate } = desk(state, section.id)
  if (streaming || candidate || phase === 'failed' || section.hold === true) return true
  return current?.author === 'model' && current.at >= (lastRun(state)?.startedAt ?? Infinity)
}

/** The sections of the last run in reading order: none leaves the wall when it is done, so that nothing jumps. */
export const wallEntries = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'run'],
  (state): readonly SectionProgress[] => progress(state).filter((each) => isOnTheWall(state, each)),
)
