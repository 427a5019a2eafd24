import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { freshReview, verdictsOn } from '../../shared/questions/verdicts.ts'
import type { Draft, Fault, Finding, Step } from '../../shared/records.ts'
import { revisePrompt } from '../prompts/revise.ts'
import { isPause } from './ask.ts'
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

const codeKept = (loop: Loop, draft: Draft): number =>
  verdictsOn(now(loop), draft).filter(({ verdict, by }) => verdict === 'kept' && by === 'code').length

const stepOf = ({ step, section }: Revising, fault?: Fault): Step => ({
  id: step,
  verb: 'revise',
  section: section.id,
  status: fault ? 'failed' : 'ended',
  ...(fault && { fault }),
})

const finish = (loop: Loop, work: Revising, draft: Draft, { reply, text, fault }: Written): void => {
  const { project } = loop
  const { body } = reply
  if (fault) {
    const call = { ...reply.call, status: 'failed' as const, scope: 'attempt' as const, fault }
    project.put({
      put: [call, stepOf(work, fault)],
      shelve: [body, partialOf(draft, reply)],
      remove: [draft.id],
    })
    return
  }
  const ended: Draft = { ...draft, text, standing: 'candidate', at: loop.now() }
  const put = [reply.call, stepOf(work)]
  const state = now(loop)
  if (!state.section.has(work.section.id)) {
    project.put({ put, shelve: [{ ...ended, standing: 'dropped' }, body], remove: [draft.id] })
  } else if (!mayReplace(state, work.section.id, work.draft.id)) {
    project.put({ put: [{ ...ended, standing: 'proposal' }, ...put], shelve: [body] })
  } else if (codeKept(loop, ended) < codeKept(loop, work.draft)) {
    project.put({ put, shelve: [{ ...ended, standing: 'dropped' }, body], remove: [draft.id] })
  } else {
    project.put({ put: [ended, ...put], shelve: [body] })
  }
}

/**
 * One round of revision. What comes back is a candidate, which its review accepts or drops; where code can already
 * see that it keeps fewer duties than its parent it is dropped at once. The writer's own text is never touched.
 */
export const revise: Verb<Revising> = async (loop, work) => {
  const { step, section, draft, round } = work
  if (!mayWrite(loop, step, section) || desk(now(loop), section.id).current?.id !== draft.id) {
    const sentence = 'The bounds of this section are reached; what is broken is shown.'
    loop.project.put({ put: [stepOf(work, { code: 'bounds-reached', sentence })] })
    return null
  }
  const prompt = revisePrompt(now(loop), section, draft.text, brokenIn(loop, draft))
  const blank = streamingDraft(section, round, draft, loop.now())
  const written = await write(loop, { step, verb: 'revise', section, prompt }, blank)
  if (isPause(written)) return written
  finish(loop, work, blank, written)
  return null
}
