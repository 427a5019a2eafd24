import { conflictFindings } from '../../shared/memory/fact-conflicts.ts'
import { editFindings, type Finding } from '../../shared/memory/edit-orders.ts'
import { editedValues, type EditedValue } from '../../shared/memory/edited-values.ts'
import { knownHere } from '../../shared/memory/known-here.ts'
import {
  memoryDelta,
  summaryOrder,
  type MemoryDelta,
  type Remembering,
} from '../../shared/memory/memory-delta.ts'
import { isStruck } from '../../shared/memory/memory-change.ts'
import { foundOrder } from '../../shared/orders/found-order.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import type { Draft, Order, Step } from '../../shared/records.ts'
import { draftPlain } from '../../shared/questions/text-hash.ts'
import { rememberPrompt, rememberReply, type RememberReply } from '../prompts/remember.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Loop, type Verb } from './loop.ts'

type RememberWork = Extract<Work, { verb: 'remember' }>

/** What follows for the writer to decide: orders that are new. One that was dropped, or done, is not found again. */
const ordersOf = (
  loop: Loop,
  state: ProjectState,
  given: Remembering,
  reply: RememberReply,
  { put, remove, changes, values }: MemoryDelta & { readonly values: readonly EditedValue[] | null },
): readonly Order[] => {
  const gone = remove.map(({ id }) => id)
  const after = applyEvent(state, { type: 'change', seq: state.seq, put, remove: gone })
  const summary = summaryOrder(state, given, reply)
  const findings: readonly Finding[] = [
    ...editFindings(after, given.section, given.hash, changes, values),
    ...(summary ? [{ found: summary, about: given.hash }] : []),
    ...conflictFindings(after, new Set(put.map(({ id }) => id))),
  ]
  return findings
    .map(({ found, about }) => foundOrder(found, about, loop.now()))
    .filter(({ id }) => !state.order.has(id))
}

/** The values that the writer changed in a text that a model wrote; null where the writer changed nothing. */
const changedValues = (
  loop: Loop,
  { author, parent }: Draft,
  text: string,
): readonly EditedValue[] | null => {
  if (author === 'model') return null
  const before = parent && loop.project.shelf(parent)
  return before && 'standing' in before ? editedValues(draftPlain(before), text) : []
}

/** Steps of texts that this section had before: what they put is no longer what is remembered of it. */
const outlived = (state: ProjectState, work: RememberWork): readonly Step['id'][] =>
  [...state.step.values()].flatMap(({ id, verb, section, status }) => {
    const isOfSection = verb === 'remember' && section === work.section.id
    return isOfSection && status === 'ended' && id !== work.step ? [id] : []
  })

/** Remembers one settled section: a summary, and the facts that hold from it on. */
export const remember: Verb<RememberWork> = async (loop, work) => {
  const { step: id, section, draft, hash } = work
  const text = draftPlain(draft)
  const known = knownHere(now(loop), section, text)
  const reply = await askJson(loop, {
    step: id,
    verb: 'remember',
    role: 'reviewer',
    section,
    maxOutput: 900,
    schema: rememberReply,
    prompt: (trouble) => rememberPrompt(section, draft.text, known, trouble),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'remember', section: section.id } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  const state = now(loop)
  const ended: Step = { ...step, status: 'ended' }
  if (!state.section.has(section.id)) {
    loop.project.put({ put: [reply.call], shelve: [reply.body] })
    return null
  }
  const struck = loop.project.shelved('memory', section.id).filter(isStruck)
  const given: Remembering = { section, author: draft.author, text, hash, known, struck }
  const delta = memoryDelta(state, given, reply.value)
  const orders = ordersOf(loop, state, given, reply.value, {
    ...delta,
    values: changedValues(loop, draft, text),
  })
  loop.project.put({
    put: [...delta.put, ...orders, reply.call, ended],
    shelve: [reply.body],
    remove: [...delta.remove.map(({ id: gone }) => gone), ...outlived(state, work)],
  })
  return null
}
