import { mayReplace } from '../../shared/questions/drafts.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import type { Draft, Fault, Step } from '../../shared/records.ts'
import type { Broken } from './broken-in.ts'
import { now, type Loop } from './loop.ts'
import { usefulPart } from './useful-part.ts'

/** A round of revision, and what it is to mend. */
export type Revising = Extract<Work, { verb: 'revise' }> & { readonly broken: readonly Broken[] }

/** The record that ends a round. */
export const revisionStep = ({ step, section }: Omit<Revising, 'broken'>, fault?: Fault): Step => ({
  id: step,
  verb: 'revise',
  section: section.id,
  status: fault ? 'failed' : 'ended',
  ...(fault && { fault }),
})

/** Calls that a revision leaves to what comes after it: the review of its candidate, and the memory. */
export const callsAfter = 2

/** That an answer is of no use, as code tells. */
export const idle: Fault = { code: 'reply-malformed', sentence: 'It mends nothing of what is broken.' }

/** What a revision that ended becomes: a candidate, or a proposal where the writer's own text stands by now. */
export const standingOf = (loop: Loop, work: Revising, revision: Draft): Draft | null => {
  const { section, draft, broken } = work
  const state = now(loop)
  if (!state.section.has(section.id)) return null
  if (!mayReplace(state, section.id, draft.id)) return { ...revision, standing: 'proposal' }
  return usefulPart(state, section, { draft, broken, revision: { ...revision, standing: 'candidate' } })
}
