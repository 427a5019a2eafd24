import type { ProjectState } from '../project-state.ts'
import type { Draft, DraftId, Order } from '../records.ts'
import { edited } from '../text/edits.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'

/** Whether an order holds all that is to be done, so that no model is asked. */
export const needsNoModel = ({ kind, put, remove }: Order): boolean =>
  kind === 'term' || put !== undefined || remove !== undefined

/** Whether the writer model is asked to do it: to the text of its section, and not to plan or memory. */
const isOfText = (order: Order): boolean =>
  order.kind !== 'plan' && order.kind !== 'memory' && !needsNoModel(order)

/** The changes of texts that the writer waits for, first asked first. */
export const askedOrders = question(['order', 'section'], (state): readonly Order[] => {
  if (state.order.size === 0) return []
  const there = new Set(leaves(state).map(({ id }) => id))
  return [...state.order.values()]
    .filter((order) => order.status === 'asked' && isOfText(order) && there.has(order.section))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
})

/** What was found and waits for the writer to run, edit or drop it, in reading order. What failed waits too. */
export const openOrders = question(['order', 'section'], (state): readonly Order[] => {
  const places = new Map(leaves(state).map(({ id }, i) => [id, i]))
  const waits = ({ status, section }: Order): boolean =>
    (status === 'open' || status === 'failed') && places.has(section)
  return [...state.order.values()]
    .filter(waits)
    .toSorted(
      (a, b) =>
        (places.get(a.section) ?? 0) - (places.get(b.section) ?? 0) || a.at - b.at || (a.id < b.id ? -1 : 1),
    )
})

const byDraft = question(
  ['order'],
  (state) =>
    new Map([...state.order.values()].flatMap((order) => (order.draft ? [[order.draft, order]] : []))),
)

/** The order that a proposal came of. */
export const orderOfDraft = (state: ProjectState, draft: DraftId): Order | undefined =>
  byDraft(state).get(draft)

/** The proposals that came of orders with edits, each with these made in what stands now; null where none has a place. */
const allEdited = question(
  ['draft', 'order'],
  (state) =>
    new Map(
      [...byDraft(state)].flatMap(([id, { edits }]) => {
        const proposal = state.draft.get(id)
        if (proposal?.standing !== 'proposal' || !edits) return []
        const { current } = desk(state, proposal.section)
        return [[id, current ? edited(current.text, edits) : null] as const]
      }),
    ),
)

/**
 * A proposal as it reads on what stands now: where it came of an order and the text has changed since, the order's
 * edits are made in the present text. As it is for any other proposal, and where nothing of what it changes stands.
 */
export const proposalNow = (state: ProjectState, proposal: Draft): string =>
  allEdited(state).get(proposal.id) ?? proposal.text

/** Whether a proposal came of an order and nothing of what it changes stands any more: it would undo what came since. */
export const isOutOfDate = (state: ProjectState, proposal: Draft): boolean =>
  allEdited(state).get(proposal.id) === null
