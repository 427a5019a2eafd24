import { bounds, callsSpent, repliesOf } from '../../shared/questions/bounds.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { freshReview, verdictsOn } from '../../shared/questions/verdicts.ts'
import type { Draft, Fault, Finding, Step } from '../../shared/records.ts'
import { revisePrompt } from '../prompts/revise.ts'
import { isPause } from './ask.ts'
import { isBetterByCode } from './better-draft.ts'
import { inPart } from './in-part.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { mayWrite, partialOf, streamingDraft, write, type Written } from './write.ts'

type Revising = Extract<Work, { verb: 'revise' }>

const brokenIn = (loop: Loop, draft: Draft): readonly Finding[] => {
  const state = now(loop)
  const duties = verdictsOn(state, draft).flatMap(
    ({ duty, verdict, quote, advice, by = 'code' }): readonly Finding[] =>
      verdict === 'broken'
        ? [
            {
              constraint: duty.constraint,
              verdict,
              by,
              ...(quote && { quote }),
              ...(advice && { advice }),
            },
          ]
        : [],
  )
  const faults = (freshReview(state, draft)?.findings ?? []).filter(
    ({ constraint, verdict }) => !constraint && verdict === 'broken',
  )
  return [...duties, ...faults]
}

const stepOf = ({ step, section }: Revising, fault?: Fault): Step => ({
  id: step,
  verb: 'revise',
  section: section.id,
  status: fault ? 'failed' : 'ended',
  ...(fault && { fault }),
})

/** Calls that a revision leaves to what comes after it: the review of its candidate, and the memory. */
const callsAfter = 2

/** Whether one round may ask once more: with what it may cost, its section must still come to an end. */
const mayRetry = (loop: Loop, { step, section }: Revising): boolean =>
  mayWrite(loop, step, section) &&
  repliesOf(now(loop), step).length + 1 < bounds.replies.revise &&
  callsSpent(now(loop), section.id, section.take) + callsAfter < bounds.sectionCalls

const idle: Fault = { code: 'reply-malformed', sentence: 'It mends nothing of what is broken.' }

/** Puts what came of one attempt; false where the round is to ask again. */
const finish = (loop: Loop, work: Revising, draft: Draft, { reply, text, fault }: Written): boolean => {
  const { project } = loop
  const { body } = reply
  const state = now(loop)
  const isGone = !state.section.has(work.section.id)
  const isTheirs = !isGone && !mayReplace(state, work.section.id, work.draft.id)
  const whole: Draft = { ...draft, text, standing: 'candidate', at: loop.now() }
  const ended = fault || isGone || isTheirs ? whole : bestOf(loop, work, whole)
  const put = [reply.call, stepOf(work)]
  const isOfNoUse = ended === null
  const wrong = fault ?? (isOfNoUse ? idle : undefined)
  const again = wrong !== undefined && mayRetry(loop, work)
  if (wrong && (fault || again)) {
    const call = { ...reply.call, status: 'failed' as const, scope: 'attempt' as const, fault: wrong }
    project.put({
      put: again ? [call] : [call, stepOf(work, wrong)],
      shelve: [body, partialOf(draft, reply)],
      remove: [draft.id],
    })
    return !again
  }
  if (isGone || isOfNoUse) {
    project.put({ put, shelve: [{ ...ended, standing: 'dropped' }, body], remove: [draft.id] })
  } else {
    project.put({ put: [isTheirs ? { ...ended, standing: 'proposal' } : ended, ...put], shelve: [body] })
  }
  return true
}

/**
 * One round of revision. What comes back is a candidate, which its review accepts or drops; where code can already
 * see that it is of no use the model is asked once more, and then it is dropped at once. The writer's own text is never
 * touched.
 */
export const revise: Verb<Revising> = async (loop, work) => {
  const { step, section, draft, round } = work
  while (mayWrite(loop, step, section) && desk(now(loop), section.id).current?.id === draft.id) {
    const trouble = repliesOf(now(loop), step).at(-1)?.fault?.sentence
    const prompt = revisePrompt(now(loop), section, draft.text, brokenIn(loop, draft), trouble)
    const blank = streamingDraft(section, round, draft, loop.now())
    const written = await write(loop, { step, verb: 'revise', section, prompt }, blank)
    if (isPause(written)) return written
    if (finish(loop, work, blank, written)) return null
  }
  const sentence = 'The bounds of this section are reached; what is broken is shown.'
  loop.project.put({ put: [stepOf(work, { code: 'bounds-reached', sentence })] })
  return null
}
