import { AppError } from '../../shared/errors.ts'
import type { OrderChange } from '../../shared/orders/order-change.ts'
import { orderTarget } from '../../shared/orders/order-target.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { desk, orderDraft } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Draft, Order } from '../../shared/records.ts'
import { edited } from '../../shared/text/edits.ts'
import { hashOf } from '../../shared/text/hash.ts'
import type { Change, OpenProject } from '../project/project.ts'
import { madeChange, unmadeChange } from './make-order-change.ts'

type Shelves = Pick<OpenProject, 'state' | 'shelf' | 'shelved'>

/** What is to be saved because of one order; the order itself is in it. */
type Done = { readonly put: readonly AnyRecord[]; readonly shelve: readonly AnyRecord[] }

const stale = (sentence: string, next: string): AppError => new AppError('stale', sentence, next)

const holdsChange = ({ put, remove }: Order): boolean => put !== undefined || remove !== undefined

/** What came of an order is the loop's to say: it stays as it was, whatever a change names. */
const withOwn = (order: Order, { take, draft, edits, fault, undo }: Partial<Order>): Order => {
  const { take: _, draft: __, edits: ___, fault: ____, undo: _____, ...rest } = order
  return {
    ...rest,
    take: take ?? 0,
    ...(draft && { draft }),
    ...(edits && { edits }),
    ...(fault && { fault }),
    ...(undo && { undo }),
  }
}

/** All of an order that no writer changes: what it is about, and who found it in what. */
const essence = ({ kind, section, sentence, places, by, madeFrom, put = [], ...order }: Order): string =>
  hashOf([
    [kind, section, sentence, places, by, madeFrom, order.at],
    [put.map(({ id }) => id), order.remove, order.basis, order.command, order.selection, order.where],
  ])

const check = (before: Order, order: Order): void => {
  if (essence(before) !== essence(order))
    throw new AppError('usage', 'What an order is about cannot be changed.', 'Change what it says to do.')
  if (before.status === 'asked' && order.status === 'asked' && before.advice !== order.advice)
    throw new AppError('usage', 'This is being worked on.', 'Take it back first, then change it.')
}

/** The proposal that came of an earlier asking, if it still waits: the new one takes its place. */
const earlier = (state: ProjectState, { draft }: Order): readonly Draft[] => {
  const waiting = draft && state.draft.get(draft)
  return waiting?.standing === 'proposal' ? [{ ...waiting, standing: 'dropped' }] : []
}

const askedFor = (state: ProjectState, before: Order, order: Order): Done => {
  const { draft: _, edits: __, fault: ___, ...rest } = withOwn(order, before)
  return {
    put: [{ ...rest, status: 'asked', take: before.take + 1 }],
    shelve: earlier(state, before),
  }
}

/** The proposal that an order makes by itself, whose edits code knows. */
const proposed = (state: ProjectState, before: Order, order: Order, at: number): Done => {
  const { current } = desk(state, order.section)
  const text = current ? edited(current.text, before.edits ?? []) : null
  if (!current || text === null) throw stale('What this is about no longer stands in the text.', 'Drop it.')
  const next = { ...withOwn(order, before), status: 'ended' as const, take: before.take + 1 }
  const proposal: Draft = {
    id: orderDraft(next),
    section: order.section,
    author: 'model',
    parent: current.id,
    root: current.root,
    round: current.round,
    edition: 0,
    standing: 'proposal',
    text,
    at,
  }
  return { put: [proposal, { ...next, draft: proposal.id }], shelve: earlier(state, before) }
}

/** An order that holds its change: made where it is asked for, taken back where it no longer is. */
const held = (project: Shelves, before: Order, order: Order): Done => {
  const next = withOwn(order, before)
  const isMade = before.status === 'ended' && before.undo !== undefined
  const isWanted = order.status === 'asked' || order.status === 'ended'
  if (isWanted === isMade) return { put: [isMade ? { ...next, status: 'ended' } : next], shelve: [] }
  if (isWanted) {
    const { change, undo } = madeChange(project, next)
    const ended: Order = { ...next, status: 'ended', take: before.take + 1, undo }
    return { put: [...(change.put ?? []), ended], shelve: change.shelve ?? [] }
  }
  const { undo: _, ...rest } = next
  const { put = [], shelve = [] } = unmadeChange(project, before)
  return { put: [...put, rest], shelve }
}

const added = (state: ProjectState, order: Order): Done => {
  const { current } = desk(state, order.section)
  if (order.kind !== 'command' || order.by !== 'writer' || holdsChange(order))
    throw new AppError('usage', 'Only commands are added by hand.', 'Give a command.')
  if (!current || !orderTarget(order, current.text))
    throw stale('What was selected stands there no longer.', 'Select it again.')
  const isAsked = order.status === 'asked'
  return {
    put: [{ ...withOwn(order, { take: isAsked ? 1 : 0 }), status: isAsked ? 'asked' : 'open' }],
    shelve: [],
  }
}

const changed = (project: Shelves, order: Order, at: number): Done => {
  const state = project.state()
  const kept = state.order.get(order.id) ?? project.shelf(order.id)
  const before = kept && 'advice' in kept && 'take' in kept ? kept : undefined
  if (!before) return added(state, order)
  check(before, order)
  if (holdsChange(before)) return held(project, before, order)
  if (order.status !== 'asked' || before.status === 'asked')
    return { put: [withOwn(order, before)], shelve: [] }
  return before.kind === 'term' ? proposed(state, before, order, at) : askedFor(state, before, order)
}

/** Commands that are done with: their proposal, if there was one, waits no longer. */
const finished = (state: ProjectState): readonly Order[] =>
  [...state.order.values()].filter(
    ({ kind, status, draft }) =>
      kind === 'command' &&
      (status === 'ended' || status === 'dropped') &&
      (draft === undefined || state.draft.get(draft)?.standing !== 'proposal'),
  )

const removed = (state: ProjectState, { put, remove }: OrderChange): readonly Order[] => {
  const stays = new Set<string>(put.map(({ id }) => id))
  const gone = remove.flatMap((id) => (stays.has(id) ? [] : (state.order.get(id) ?? [])))
  if (gone.some(({ kind }) => kind !== 'command'))
    throw new AppError(
      'usage',
      'What was found cannot be removed: it would be found again.',
      'Drop it instead.',
    )
  return gone
}

/**
 * Puts and removes work orders. What is asked for waits for a run; what needs no model is done at once: a change of
 * memory or plan, and a term that code can mend (as a proposal). Throws `usage` where an order may not be changed so, and
 * `stale` where what it is about is gone: then nothing is done.
 */
export const changeOrders = (project: Shelves, change: OrderChange, at: number): Change => {
  const put: AnyRecord[] = []
  const shelve: AnyRecord[] = []
  let state = project.state()
  const apply = (done: Done): void => {
    put.push(...done.put)
    shelve.push(...done.shelve)
    const remove = done.shelve.map(({ id }) => id)
    state = applyEvent(state, { type: 'change', seq: state.seq, put: done.put, remove })
  }
  for (const order of change.put) apply(changed({ ...project, state: () => state }, order, at))
  const adds = change.put.some(({ id }) => !project.state().order.has(id))
  apply({
    put: [],
    shelve: [...removed(project.state(), change), ...(adds ? finished(project.state()) : [])],
  })
  return { put, shelve }
}
