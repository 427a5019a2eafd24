import type { ProjectState } from '../project-state.ts'
import { lastRun } from './phase.ts'

/** Tokens of passages that a prompt shows at most: about six passages. */
const most = 1_800
/** The part of what a model reads at once that passages may take. */
const share = 0.2

/** Tokens that passages may take in a prompt; 0 where there are no references, which then cost nothing. */
export const passageRoom = (state: ProjectState): number => {
  if (state.reference.size === 0) return 0
  const context = lastRun(state)?.context
  return context === undefined ? most : Math.min(most, Math.floor(context * share))
}
