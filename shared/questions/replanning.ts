import type { ProjectState } from '../project-state.ts'
import type { Order, Section, SectionId, Step } from '../records.ts'
import { planBatch } from './batches.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { anewStep } from './steps.ts'

/** Sections to be planned anew as an order asks, some of those it names. */
export type ReplanWork = {
  readonly verb: 'replan'
  readonly step: Step['id']
  readonly order: Order
  readonly sections: readonly SectionId[]
  /** Whether with these all that the order names is done. */
  readonly isLast: boolean
}

const isWithin = (state: ProjectState, { id, parent }: Section, root: SectionId): boolean => {
  const seen = new Set<SectionId>([id])
  if (id === root) return true
  for (let at = parent; at !== null && !seen.has(at); at = state.section.get(at)?.parent ?? null) {
    if (at === root) return true
    seen.add(at)
  }
  return false
}

/**
 * The sections of a part of the outline (of all of it for null) that may be planned anew: not on hold and without text;
 * with `drafted` those too whose text is a model's. What the writer wrote is never planned anew.
 */
export const replannable = (
  state: ProjectState,
  root: SectionId | null,
  drafted: boolean,
): readonly Section[] =>
  leaves(state).filter((section) => {
    if (section.hold === true || (root !== null && !isWithin(state, section, root))) return false
    const { current, proposals } = desk(state, section.id)
    if (!current) return proposals.length === 0
    return drafted && current.author === 'model'
  })

/** Whether an order asks for sections to be planned anew, rather than holding a change of the plan. */
const asksForPlan = ({ kind, put }: Pick<Order, 'kind' | 'put'>): boolean =>
  kind === 'plan' && put === undefined

/** What is to be planned anew now, first asked first; the sections of one order batch by batch. */
export const replanning = question(['order', 'step'], (state): readonly ReplanWork[] =>
  [...state.order.values()]
    .filter((order) => order.status === 'asked' && asksForPlan(order))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(0, 1)
    .flatMap((order) => {
      const named = order.places.map(({ section }) => section)
      const starts = Array.from({ length: Math.ceil(named.length / planBatch) }, (_, i) => i * planBatch)
      const from = starts.find((start) => !state.step.has(anewStep(order, start + 1)))
      if (from === undefined) return []
      const sections = named.slice(from, from + planBatch)
      const isLast = from + planBatch >= named.length
      return [{ verb: 'replan', step: anewStep(order, from + 1), order, sections, isLast } as const]
    }),
)
