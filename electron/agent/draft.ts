import { bounds, repliesOf } from '../../shared/questions/bounds.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import type { AnyRecord, Draft, Fault, Section, Step } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { draftPrompt } from '../prompts/draft.ts'
import { isPause } from './ask.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { proseOf } from './prose.ts'
import { mayWrite, partialOf, streamingDraft, write, type Written } from './write.ts'

type Drafting = Extract<Work, { verb: 'draft' }>

/** Replies without a word in them after which it is no use to ask again. */
const emptyReplies = 2

const mayTry = (loop: Loop, { step, section }: Drafting): boolean => {
  const replies = repliesOf(now(loop), step)
  const empty = replies.filter(
    ({ fault }) => fault?.code === 'reply-empty' || fault?.code === 'reply-refusal',
  )
  return mayWrite(loop, step, section) && replies.length < bounds.replies.draft && empty.length < emptyReplies
}

/** Where an ended draft goes: the section's place if nothing of the writer's stands there, else a proposal. */
const placed = (loop: Loop, section: Section, draft: Draft, text: string, fault?: Fault) => {
  const state = now(loop)
  const ended: Draft = { ...draft, text, at: loop.now(), standing: 'current', ...(fault && { fault }) }
  if (!state.section.has(section.id)) return { put: [], shelve: [{ ...ended, standing: 'dropped' as const }] }
  const { current } = desk(state, section.id)
  if (!current) return { put: [ended], shelve: [] }
  if (section.take > 1 && mayReplace(state, section.id, current.id)) {
    return {
      put: [{ ...ended, parent: current.id }],
      shelve: [{ ...current, standing: 'superseded' as const }],
    }
  }
  return { put: [{ ...ended, standing: 'proposal' as const, parent: current.id }], shelve: [] }
}

const finish = (loop: Loop, { step, section }: Drafting, draft: Draft, written: Written): void => {
  const { put, shelve } = placed(loop, section, draft, written.text)
  const ended: Step = { id: step, verb: 'draft', section: section.id, status: 'ended' }
  const { call, body } = written.reply
  const gone = put.length === 0 ? [draft.id] : []
  loop.project.put({ put: [...put, call, ended], shelve: [...shelve, body], remove: gone })
}

const fail = (loop: Loop, draft: Draft, { reply, fault }: Written): void => {
  const failed = {
    ...reply.call,
    status: 'failed' as const,
    scope: 'attempt' as const,
    ...(fault && { fault }),
  }
  loop.project.put({
    put: [failed],
    shelve: [reply.body, partialOf(draft, reply)],
    remove: [draft.id],
  })
}

/** The best of what failed attempts left: the longest text that ends whole. */
const best = (loop: Loop, { step, section }: Drafting): string => {
  const texts = repliesOf(now(loop), step).map(({ id, fault }) => {
    const body = loop.project.shelf(`body:${id.slice('call:'.length)}`)
    return body && 'reply' in body ? proseOf(now(loop), section, body.reply, fault).text : ''
  })
  return texts.reduce((a, b) => (countWords(b) > countWords(a) ? b : a), '')
}

const giveUp = (loop: Loop, work: Drafting, draft: Draft): void => {
  const { step, section } = work
  const fault = repliesOf(now(loop), step).at(-1)?.fault ?? {
    code: 'reply-empty',
    sentence: 'No attempt to write this section came to an end.',
  }
  const failed: Step = { id: step, verb: 'draft', section: section.id, status: 'failed', fault }
  const text = best(loop, work)
  const { put, shelve } = text ? placed(loop, section, draft, text, fault) : { put: [], shelve: [] }
  loop.project.put({ put: [...put, failed] satisfies readonly AnyRecord[], shelve })
}

/**
 * Writes one section. A reply that is no prose is tried again within bounds; at the bounds the best part that came
 * stands, flagged with its fault, or the section is marked failed.
 */
export const draft: Verb<Drafting> = async (loop, work) => {
  const { step, section } = work
  const blank = streamingDraft(section, 0, null, loop.now())
  while (mayTry(loop, work)) {
    const trouble = repliesOf(now(loop), step).at(-1)?.fault?.sentence
    const prompt = draftPrompt(now(loop), section, trouble)
    const written = await write(loop, { step, verb: 'draft', section, prompt }, blank)
    if (isPause(written)) return written
    if (!written.fault) {
      finish(loop, work, blank, written)
      return null
    }
    fail(loop, blank, written)
  }
  giveUp(loop, work, blank)
  return null
}
