import { bounds, callsSpent, repliesOf } from '../../shared/questions/bounds.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { Draft, Fault } from '../../shared/records.ts'
import type { Prompt } from '../prompts/context.ts'
import { withPassages } from '../prompts/passages.ts'
import type { Rooms } from '../prompts/rooms.ts'
import { revisePrompt } from '../prompts/revise.ts'
import { isPause, isUnfit } from './ask.ts'
import { troubleOf } from './fit-prompt.ts'
import { now, type Loop, type Pause } from './loop.ts'
import { passagesFor, restingOn } from './passages-for.ts'
import { callsAfter, idle, revisionStep, standingOf, type Revising } from './revision.ts'
import { mayWrite, partialOf, streamingDraft, write, type Written } from './write.ts'

/** Whether one round may ask once more: with what it may cost, its section must still come to an end. */
const mayRetry = (loop: Loop, { step, section }: Revising): boolean =>
  mayWrite(loop, step, section) &&
  repliesOf(now(loop), step).length + 1 < bounds.replies.revise &&
  callsSpent(now(loop), section.id, section.take) + callsAfter < bounds.sectionCalls

/** Puts what came of one attempt; false where the round is to ask again. */
const finish = (loop: Loop, work: Revising, draft: Draft, { reply, text, fault }: Written): boolean => {
  const { call, body } = reply
  const ended: Draft = { ...draft, text, at: loop.now() }
  const found = fault ? null : standingOf(loop, work, ended)
  if (found) {
    loop.project.put({ put: [found, call, revisionStep(work)], shelve: [body] })
    return true
  }
  const again = now(loop).section.has(work.section.id) && mayRetry(loop, work)
  if (fault || again) {
    const failed = { ...call, status: 'failed' as const, scope: 'attempt' as const, fault: fault ?? idle }
    loop.project.put({
      put: again ? [failed] : [failed, revisionStep(work, fault)],
      shelve: [body, partialOf(draft, reply)],
      remove: [draft.id],
    })
  } else {
    const dropped: Draft = { ...ended, standing: 'dropped' }
    loop.project.put({ put: [call, revisionStep(work)], shelve: [dropped, body], remove: [draft.id] })
  }
  return !again
}

const spent: Fault = {
  code: 'bounds-reached',
  sentence: 'The bounds of this section are reached; what is broken is shown.',
}

/**
 * Has the whole text written again. Where code can see that it is of no use the model is asked once more, and then it is
 * dropped at once.
 */
export const writeAgain = async (loop: Loop, work: Revising): Promise<Pause | null> => {
  const { step, section, draft, round, broken } = work
  const findings = broken.map(({ finding }) => finding)
  const shown = await passagesFor(loop, section)
  while (mayWrite(loop, step, section) && desk(now(loop), section.id).current?.id === draft.id) {
    const trouble = troubleOf(loop, step)
    const prompt = (rooms: Rooms): Prompt =>
      withPassages(
        revisePrompt(now(loop), section, draft.text, findings, { trouble, rooms }),
        shown,
        rooms.passages,
      )
    const blank = {
      ...streamingDraft(section, { round, parent: draft }, loop.now()),
      ...restingOn(shown, draft),
    }
    const written = await write(loop, { step, verb: 'revise', section, prompt }, blank)
    if (isUnfit(written)) {
      loop.project.put({ put: [revisionStep(work, written.unfit)] })
      return null
    }
    if (isPause(written)) return written
    if (finish(loop, work, blank, written)) return null
  }
  loop.project.put({ put: [revisionStep(work, spent)] })
  return null
}
