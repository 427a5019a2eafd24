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

/**
 * What of a revision is worth a review: the whole, or those parts of it with which code sees the text do better than
 * with all. Null where it is of no use: all that is broken is broken by code's word, and none of it is mended.
 */
const useful = (loop: Loop, { section, draft }: Revising, revision: Draft): Draft | null => {
  const state = now(loop)
  const isBetter = (a: Draft, b: Draft): boolean => isBetterByCode(state, section, a, b)
  const withText = (text: string): Draft => ({ ...revision, text })
  const part = withText(
    inPart(draft.text, revision.text, (after, before) => isBetter(withText(after), withText(before))),
  )
  const best = isBetter(part, revision) ? part : revision
  if (best.text === draft.text) return null
  const isReaders = brokenIn(loop, draft).some(({ by }) => by !== 'code')
  return isReaders || isBetter(best, draft) ? best : null
}

/** What a revision that ended becomes: a candidate, or a proposal where the writer's own text stands by now. */
const standingOf = (loop: Loop, work: Revising, revision: Draft): Draft | null => {
  const state = now(loop)
  if (!state.section.has(work.section.id)) return null
  if (!mayReplace(state, work.section.id, work.draft.id)) return { ...revision, standing: 'proposal' }
  return useful(loop, work, { ...revision, standing: 'candidate' })
}

/** Puts what came of one attempt; false where the round is to ask again. */
const finish = (loop: Loop, work: Revising, draft: Draft, { reply, text, fault }: Written): boolean => {
  const { call, body } = reply
  const ended: Draft = { ...draft, text, at: loop.now() }
  const found = fault ? null : standingOf(loop, work, ended)
  if (found) {
    loop.project.put({ put: [found, call, stepOf(work)], shelve: [body] })
    return true
  }
  const again = now(loop).section.has(work.section.id) && mayRetry(loop, work)
  if (fault || again) {
    const failed = { ...call, status: 'failed' as const, scope: 'attempt' as const, fault: fault ?? idle }
    loop.project.put({
      put: again ? [failed] : [failed, stepOf(work, fault)],
      shelve: [body, partialOf(draft, reply)],
      remove: [draft.id],
    })
  } else {
    const dropped: Draft = { ...ended, standing: 'dropped' }
    loop.project.put({ put: [call, stepOf(work)], shelve: [dropped, body], remove: [draft.id] })
  }
  return !again
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
