import { topicTrouble } from '../../shared/plan-topics.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { callsOf } from '../../shared/questions/bounds.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { critique } from '../../shared/questions/planning.ts'
import type { Fault, Step } from '../../shared/records.ts'
import { critiquePrompt, critiqueReply, type CritiqueReply } from '../prompts/critique.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { readStructure } from './read-structure.ts'

type Critique = Extract<Work, { verb: 'critique' }>

/** Tokens of one answer, generously. */
const answerTokens = 60

const unanswered = (reply: CritiqueReply, count: number): string | null => {
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(
    (n) => !reply.some(({ question }) => question === n),
  )
  return missing.length === 0 ? null : `It does not answer question ${missing.join(', ')}.`
}

const leftOpen = (topics: readonly string[]): Fault => ({
  code: 'reply-malformed',
  sentence: `No answer came that could be used about where the plan treats ${topics.map((topic) => `“${topic}”`).join(', ')}.`,
})

/**
 * Asks the reviewer once where the plan treats the topics of the brief that code has not found in it. What follows from
 * the answer is worked out when the plan is checked.
 */
export const critiquePlan: Verb<Critique> = async (loop, { step: id, topics }) => {
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'reviewer',
    section: null,
    maxOutput: 200 + topics.length * answerTokens,
    schema: critiqueReply,
    prompt: (trouble, rooms) => critiquePrompt(now(loop), topics, trouble, rooms),
    trouble: (value) => unanswered(value, topics.length),
  })
  if (isPause(reply)) return reply
  const step: Step = { id, verb: 'plan', section: null, status: 'ended' }
  if (reply.value) loop.project.put({ put: [step, reply.call], shelve: [reply.body] })
  else loop.project.put({ put: [{ ...step, fault: leftOpen(topics) }] })
  return null
}

/** What the reviewer's answers about the plan as it is now show to be wrong with it, one sentence each. */
export const topicViolations = (loop: Loop): readonly string[] => {
  const state = now(loop)
  const { topics, step } = critique(state)
  const answered = callsOf(state, step).findLast(({ status }) => status === 'ended')
  const body = answered && loop.project.shelf(`body:${answered.id.slice('call:'.length)}`)
  const reply = body && 'reply' in body ? readStructure(critiqueReply, body.reply) : ''
  if (typeof reply === 'string') return []
  return topics.flatMap((topic, i) => {
    const named = reply.filter(({ question }) => question === i + 1).flatMap(({ sections }) => sections)
    return topicTrouble(topic, leaves(state), named) ?? []
  })
}
