import type { Work } from '../../shared/questions/agenda.ts'
import { mostSections } from '../../shared/questions/bounds.ts'
import type { Constraint, Fault, Step } from '../../shared/records.ts'
import { readProposals } from '../../shared/read-proposals.ts'
import { mostProposals, understandPrompt, understandReply } from '../prompts/understand.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Understanding = Extract<Work, { verb: 'understand' }>

/** Tokens of one proposal, generously. */
const proposalTokens = 120
/** Proposals that a brief gives rise to, where there is no room for more. */
const usualProposals = 5

const leftOut = (clashing: readonly Constraint[]): Fault => ({
  code: 'brief-conflict',
  sentence: `Left out, as they go against the brief: ${clashing.map(({ origin }) => `“${origin.quote}”`).join(' ')}`,
})

/**
 * Asks the planner once for each text of the brief what code has not read in it. What can be read and stands in the
 * brief becomes constraints that the writer has not confirmed yet; where no usable answer comes the run goes on.
 */
export const understand: Verb<Understanding> = async (loop, { step: id }) => {
  const reply = await askJson(loop, {
    step: id,
    verb: 'understand',
    role: 'planner',
    section: null,
    maxOutput: 200 + mostProposals * proposalTokens,
    leastOutput: 200 + usualProposals * proposalTokens,
    schema: understandReply,
    prompt: (trouble, rooms) => understandPrompt(now(loop), trouble, rooms),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'understand', section: null } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  // The brief as it is now: the writer may have changed it meanwhile.
  const state = now(loop)
  const [brief] = state.brief.values()
  const said = reply.value.slice(0, mostProposals)
  const { kept, clashing } = brief
    ? readProposals(brief, [...state.constraint.values()], mostSections(state), said)
    : { kept: [], clashing: [] }
  const ended: Step = { ...step, status: 'ended', ...(clashing.length > 0 && { fault: leftOut(clashing) }) }
  loop.project.put({ put: [...kept, reply.call, ended], shelve: [reply.body] })
  return null
}
