import { basisOf, foundOrder } from '../../shared/orders/found-order.ts'
import { planViolations } from '../../shared/plan-check.ts'
import { clippedEntry } from '../../shared/plan-entry.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import type { ReplanWork } from '../../shared/questions/replanning.ts'
import { shape } from '../../shared/questions/shape.ts'
import { planHash } from '../../shared/questions/stale.ts'
import type { AnyRecord, Order, Plan, Section } from '../../shared/records.ts'
import type { PlanReply } from '../prompts/plan.ts'
import { mended, titleViolations } from './mend-plan.ts'

/** A section with the number by which the planner knows it. */
export type Numbered = { readonly n: number; readonly section: Section }

/** The sections of a batch that may still be planned anew: leaves, not on hold, without a text of the writer's. */
export const toPlanAnew = (state: ProjectState, { sections }: ReplanWork): readonly Numbered[] => {
  const wanted = new Set(sections)
  return leaves(state)
    .map((section, i) => ({ n: i + 1, section }))
    .filter(
      ({ section: { id, hold } }) =>
        wanted.has(id) && hold !== true && desk(state, id).current?.author !== 'writer',
    )
}

/**
 * Sections as they are planned anew; one without a fresh entry stays as it is. Their words stay in all what they were,
 * and so does what they wait for: no circle can come of it.
 */
export const plannedAnew = (
  state: ProjectState,
  numbered: readonly Numbered[],
  reply: PlanReply,
): readonly Section[] => {
  const before = numbered.map(({ section }) => section)
  const fresh = numbered.map(({ n, section }): Section => {
    const entry = reply.find((each) => each.n === n)
    if (!entry) return section
    const { title, owns, leaves: left } = entry
    const said = { title, intent: clippedEntry(entry.entry), owns, leaves: left }
    return { ...section, ...said, words: entry.words ?? section.words }
  })
  const ids = new Set(before.map(({ id }) => id))
  const standing = leaves(state).filter(({ id }) => !ids.has(id))
  const words = before.reduce((sum, section) => sum + section.words, 0)
  const done = mended(state, { standing, fresh, budget: { ...shape(state), words, stated: true } })
  return done.map((section, i) => ({ ...section, after: before[i]?.after ?? [] }))
}

/** What is wrong with fresh entries, told to the planner; null where nothing is. */
export const anewTrouble = (
  state: ProjectState,
  numbered: readonly Numbered[],
  reply: PlanReply,
): string | null => {
  const missing = numbered.filter(({ n }) => !reply.some((entry) => entry.n === n)).map(({ n }) => n)
  if (missing.length > 0) return `It has no entry numbered ${missing.join(', ')}.`
  const fresh = plannedAnew(state, numbered, reply)
  const after = applyEvent(state, { type: 'change', seq: state.seq, put: fresh, remove: [] })
  const wrong = [...planViolations(leaves(after), fresh), ...titleViolations(after, leaves(after), fresh)]
  return wrong.length === 0 ? null : wrong.join(' ')
}

/** A change of a section that holds a text: an order, for the writer to run or drop. */
const proposal = (state: ProjectState, section: Section, at: number): Order => {
  const { id, title, intent } = section
  const put = [section]
  const basis = basisOf(state, { put })
  const said = { sentence: `Planned anew it would be “${title}”: ${intent}`, places: [], advice: '' }
  const found = { kind: 'plan', section: id, ...said, by: 'model', madeFrom: basis, basis, put } as const
  return foundOrder(found, [title, intent], at)
}

/** The plan after sections were planned anew: one the writer is asked about waits for their yes. */
const planAfter = (state: ProjectState, { order, isLast }: ReplanWork): readonly Plan[] => {
  const [plan] = state.plan.values()
  if (!plan) return []
  const named = new Set(order.places.map(({ section }) => section))
  const isOld = leaves(state).some(({ id }) => !named.has(id) && !desk(state, id).current)
  const status = lastRun(state)?.approve === 'ask' ? 'proposed' : plan.status
  return [{ ...plan, status, madeFrom: isOld || !isLast ? plan.madeFrom : planHash(state) }]
}

/** What the order has changed so far: as sections were before, and with its last batch as they are now. */
const remembered = (
  state: ProjectState,
  order: Order,
  changed: readonly Section[],
  isLast: boolean,
): Partial<Order> => {
  const known = order.undo?.put ?? []
  const before = changed.flatMap(({ id }) =>
    known.some((record) => record.id === id) ? [] : (state.section.get(id) ?? []),
  )
  const undo = { put: [...known, ...before], remove: [] }
  if (!isLast || undo.put.length === 0) return { undo }
  const after = applyEvent(state, { type: 'change', seq: state.seq, put: changed, remove: [] })
  const put = undo.put.flatMap(({ id }) => after.section.get(id) ?? [])
  const asBefore = applyEvent(state, { type: 'change', seq: state.seq, put: undo.put, remove: [] })
  return { undo, put, basis: basisOf(asBefore, { put }) }
}

/**
 * What comes of sections planned anew: those without text are changed, for those with one the change is proposed. The
 * order ends as one that holds what it did, so that it can be taken back like any other.
 */
export const anewRecords = (
  state: ProjectState,
  work: ReplanWork,
  fresh: readonly Section[],
  at: number,
): readonly AnyRecord[] => {
  const order = state.order.get(work.order.id) ?? work.order
  const isOpen = ({ id }: Section): boolean => !desk(state, id).current
  const changed = fresh.filter(isOpen)
  return [
    ...changed,
    ...fresh.filter((section) => !isOpen(section)).map((section) => proposal(state, section, at)),
    ...(changed.length > 0 ? planAfter(state, work) : []),
    { ...order, ...remembered(state, order, changed, work.isLast), status: work.isLast ? 'ended' : 'asked' },
  ]
}
