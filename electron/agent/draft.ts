import type { ProjectState } from '../../shared/project-state.ts'
import { bounds, repliesOf } from '../../shared/questions/bounds.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import type { AnyRecord, Call, Draft, Fault, Step } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { continuePrompt } from '../prompts/continue.ts'
import type { Prompt } from '../prompts/context.ts'
import { draftPrompt } from '../prompts/draft.ts'
import { passagesIn, withPassages } from '../prompts/passages.ts'
import type { Rooms } from '../prompts/rooms.ts'
import { isPause, isUnfit } from './ask.ts'
import { lengthOf } from './expected.ts'
import { troubleOf } from './fit-prompt.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { passagesFor, restingOn } from './passages-for.ts'
import type { Prose } from './prose.ts'
import { isShort, isWorthContinuing, soFar } from './so-far.ts'
import { meaningOf } from './watch/fault-meaning.ts'
import { mayWrite, partialOf, streamingDraft, write, type Written } from './write.ts'

type Drafting = Extract<Work, { verb: 'draft' }>

/** Replies without a word in them after which it is no use to ask again. */
const emptyReplies = 2

const faultsOf = (loop: Loop, { step }: Drafting): readonly (Fault | undefined)[] =>
  repliesOf(now(loop), step).map(({ fault }) => fault)

const mayTry = (loop: Loop, work: Drafting): boolean => {
  const faults = faultsOf(loop, work)
  const empty = faults.filter((fault) => fault && meaningOf(fault).countsAsEmpty)
  return (
    mayWrite(loop, work.step, work.section) &&
    faults.length < bounds.replies.draft &&
    empty.length < emptyReplies
  )
}

type Placed = { readonly put: readonly AnyRecord[]; readonly shelve: readonly AnyRecord[] }

/**
 * Where an ended draft goes: the section's place if nothing of the writer's stands there, else a proposal. A candidate
 * is a proposal whatever stands there.
 */
const placed = (state: ProjectState, { section, candidate }: Drafting, written: Draft): Placed => {
  const ended: Draft = { ...written, standing: 'current' }
  if (!state.section.has(section.id)) return { put: [], shelve: [{ ...ended, standing: 'dropped' }] }
  const { current } = desk(state, section.id)
  const proposal: Draft = { ...ended, standing: 'proposal', parent: current?.id ?? null }
  if (candidate !== undefined) return { put: [proposal], shelve: [] }
  if (!current) return { put: [ended], shelve: [] }
  if (section.take > 1 && mayReplace(state, section.id, current.id)) {
    return { put: [{ ...ended, parent: current.id }], shelve: [{ ...current, standing: 'superseded' }] }
  }
  return { put: [proposal], shelve: [] }
}

const stepOf = ({ step, section }: Drafting, fault?: Fault): Step => ({
  id: step,
  verb: 'draft',
  section: section.id,
  status: fault ? 'failed' : 'ended',
  ...(fault && { fault }),
})

/** Saves a text in one commit with others that end at this moment. */
const finish = (loop: Loop, work: Drafting, draft: Draft, text: string, rest: Placed): Promise<void> =>
  loop.project.putSoon((state) => {
    const { put, shelve } = placed(state, work, { ...draft, text, at: loop.now() })
    return {
      put: [...put, ...rest.put, stepOf(work)],
      shelve: [...shelve, ...rest.shelve],
      remove: put.length === 0 ? [draft.id] : [],
    }
  })

const failedCall = (call: Call, fault: Fault | undefined): Call => ({
  ...call,
  status: 'failed',
  scope: 'attempt',
  ...(fault && { fault }),
})

/** What a reply that cannot stand leaves behind; the draft stays on the desk where it is gone on with. */
const fail = (loop: Loop, draft: Draft, { reply, fault }: Written, isGoneOnWith: boolean): void =>
  loop.project.put({
    put: [failedCall(reply.call, fault)],
    shelve: [reply.body, partialOf(draft, reply)],
    remove: isGoneOnWith ? [] : [draft.id],
  })

/** That a text which ends well is far too short for its section; said once, then it is left to the revisions. */
const shortness = (loop: Loop, work: Drafting, written: Prose): Fault | null => {
  const { section } = work
  const state = now(loop)
  const isSaid = faultsOf(loop, work).some((fault) => fault?.code === 'reply-short')
  if (written.fault || isSaid || !isShort(state, section, written)) return null
  const { min } = lengthOf(state, section)
  const sentence = `It has ${countWords(written.text)} words; at least ${min} are wanted.`
  return { code: 'reply-short', sentence }
}

const giveUp = (loop: Loop, work: Drafting, draft: Draft, unfit?: Fault): void => {
  const { text } = soFar(loop, work.step, work.section)
  const faults = faultsOf(loop, work).flatMap((each) => each ?? [])
  const fault = unfit ??
    faults.at(-1) ?? {
      code: 'reply-empty',
      sentence: 'No attempt to write this section came to an end.',
    }
  const written = { ...draft, text, at: loop.now(), fault }
  const { put, shelve } = text ? placed(now(loop), work, written) : { put: [], shelve: [] }
  loop.project.put({
    put: [...put, stepOf(work, fault)],
    shelve,
    remove: now(loop).draft.get(draft.id)?.standing === 'streaming' && put.length === 0 ? [draft.id] : [],
  })
}

const promptFor = (
  loop: Loop,
  { step, section }: Drafting,
  head: Prose | undefined,
  rooms: Rooms,
): Prompt => {
  const fault = repliesOf(now(loop), step).at(-1)?.fault
  const trouble = troubleOf(loop, step)
  if (!head) return draftPrompt(now(loop), section, trouble, rooms)
  return continuePrompt(
    now(loop),
    section,
    head,
    fault && !meaningOf(fault).goesOn ? trouble : undefined,
    rooms,
  )
}

/**
 * Writes one section. What stopped short or broke off is gone on with; a reply that is no prose is tried again; all
 * within bounds. At the bounds the best that came stands, flagged with its fault, or the section is marked failed.
 */
export const draft: Verb<Drafting> = async (loop, work) => {
  const { step, section, candidate } = work
  const shown = await passagesFor(loop, section)
  const blank = {
    ...streamingDraft(section, candidate === undefined ? {} : { candidate }, loop.now()),
    ...restingOn(shown),
  }
  while (mayTry(loop, work)) {
    const before = soFar(loop, step, section)
    const head = isWorthContinuing(now(loop), section, before) ? before : undefined
    const prompt = (rooms: Rooms): Prompt =>
      withPassages(promptFor(loop, work, head, rooms), shown, rooms.passages)
    const written = await write(loop, { step, verb: 'draft', section, prompt, ...(head && { head }) }, blank)
    if (isUnfit(written)) {
      giveUp(loop, work, blank, written.unfit)
      return null
    }
    if (isPause(written)) return written
    const short = shortness(loop, work, written)
    if (!written.fault && !short) {
      const { call, body } = written.reply
      // What is gone on with may cite what the prompt before it showed.
      const sent = head ? shown : passagesIn(shown, body.prompt)
      await finish(loop, work, { ...blank, ...restingOn(sent) }, written.text, {
        put: [call],
        shelve: [body],
      })
      return null
    }
    const fault = short ?? written.fault
    fail(loop, blank, fault ? { ...written, fault } : written, isWorthContinuing(now(loop), section, written))
  }
  giveUp(loop, work, blank)
  return null
}
