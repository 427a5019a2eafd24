import type { ProjectState } from '../project-state.ts'
import { lastRun } from './phase.ts'

/** Tokens of the plan that a prompt to the writer shows at most: entries of 25 words for about 50 sections. */
const most = 3_000
/** The part of what a model reads and writes at once that the plan may take: at 8,192 tokens and more all of it. */
const share = 0.375

/** Tokens that the plan may take in a prompt to the writer. */
export const planRoom = (state: ProjectState): number => {
  const context = lastRun(state)?.context
  return context === undefined ? most : Math.min(most, Math.floor(context * share))
}
