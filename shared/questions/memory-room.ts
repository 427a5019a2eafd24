import type { ProjectState } from '../project-state.ts'
import type { Section } from '../records.ts'
import { guessTokens } from '../text/tokens.ts'
import { lastRun } from './phase.ts'
import { passageRoom } from './passage-room.ts'
import { planRoom } from './plan-room.ts'

/** Tokens that a model reads and writes at once where nobody has said: what small ones are served with. */
const usualContext = 8_192
/** Memory never costs a prompt more than this, nor does it get less, whatever the model. */
const most = 6_000
const least = 500
/** Tokens of the task and of the lines around all else, at most. */
const task = 600
/** Tokens for every word that is to be written, cautiously. */
const perWord = 2

/** Tokens that the memory may take in the prompt for a section: what the model in use has left beside the rest. */
export const memoryRoom = (state: ProjectState, { words, note }: Section): number => {
  const [brief] = state.brief.values()
  const context = lastRun(state)?.context ?? usualContext
  const rest =
    guessTokens((brief?.text ?? '') + (note ?? '')) +
    planRoom(state) +
    task +
    words * perWord +
    passageRoom(state)
  return Math.max(least, Math.min(most, context - rest))
}
