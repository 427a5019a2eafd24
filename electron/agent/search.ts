import { codeFindings, type CodeFindings } from '../../shared/join/code-findings.ts'
import { comparableFacts } from '../../shared/join/comparable-facts.ts'
import { duplicateFinding, type Suspicion } from '../../shared/join/duplicate-findings.ts'
import { foundOrder, type Finding } from '../../shared/orders/found-order.ts'
import { mootOrders } from '../../shared/orders/moot-orders.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { bounds, searchBatches } from '../../shared/questions/bounds.ts'
import { neededSearch } from '../../shared/questions/joins.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { clearedStep, isSearchStep } from '../../shared/questions/steps.ts'
import type { Order, Step } from '../../shared/records.ts'
import type { Stepwise } from '../../shared/stepwise.ts'
import { inTurns } from './in-turns.ts'
import { now, type Verb } from './loop.ts'

type Searching = Extract<Work, { verb: 'search' }>

/** Orders that rest on the same words: the first of them, the heaviest, is asked about for all. */
type Group = readonly Order[]

const orderOf = ({ found, about }: Finding, at: number): Order => foundOrder(found, about, at)

const groupsOf = (state: ProjectState, suspected: readonly Suspicion[], at: number): readonly Group[] =>
  [...Map.groupBy(suspected, ({ group }) => group).values()]
    .map((all) => all.toSorted((a, b) => b.weight - a.weight))
    .toSorted((a, b) => (b[0]?.weight ?? 0) - (a[0]?.weight ?? 0))
    .map((all) => all.map((each) => orderOf(duplicateFinding(state, each), at)))

/** Those that nobody has answered for, as many as may be asked about; and how many that leaves out. */
const toAsk = (
  state: ProjectState,
  groups: readonly Group[],
  batches: number,
): { readonly put: readonly Order[]; readonly leftOut: number } => {
  const open = groups.filter(([first]) => first && !state.step.has(clearedStep(first)))
  const most = batches * bounds.joinBatch
  const put = open
    .slice(0, most)
    .flatMap(([first, ...rest]) =>
      first ? [first, ...rest.map((each): Order => ({ ...each, like: first.id }))] : [],
    )
  return {
    put: put.map((order) => ({ ...order, status: 'suspected' })),
    leftOut: Math.max(0, open.length - most),
  }
}

/** Without those that are known: what the writer dropped stays dropped. */
const unknown = (state: ProjectState, orders: readonly Order[]): readonly Order[] =>
  [...new Map(orders.map((order) => [order.id, order])).values()].filter(({ id }) => !state.order.has(id))

/** Searches of other texts: what they found is not what is found now. */
const earlier = (state: ProjectState, step: Step['id']): readonly Step['id'][] =>
  [...state.step.values()].map(({ id }) => id).filter((id) => isSearchStep(id) && id !== step)

const stepOf = (id: Step['id'], leftOut: number): Step => {
  const sentence = `${leftOut} more places look alike and were not put to the reviewer.`
  return {
    id,
    verb: 'join',
    section: null,
    status: 'ended',
    ...(leftOut > 0 && { fault: { code: 'bounds-reached', sentence } }),
  }
}

/** All that code finds, and the facts that somebody may hold against each other. */
const searched = function* (
  state: ProjectState,
): Stepwise<CodeFindings & { readonly comparable: readonly Finding[] }> {
  return { ...(yield* codeFindings(state)), comparable: yield* comparableFacts(state) }
}

/**
 * Searches all texts together for what no single section shows, in code and in turns. What is beyond doubt is an order;
 * the rest is suspected, for the reviewer to say. What was found before and is gone is removed, unless it was asked for.
 * Where a text was changed meanwhile nothing of it counts: the agenda then has another search, or none.
 */
export const search: Verb<Searching> = async (loop, { step }) => {
  const { sure, suspected, comparable } = await inTurns(loop, searched(now(loop)))
  const state = now(loop)
  if (neededSearch(state)?.step !== step) return null
  const at = loop.now()
  const found = sure.map((each) => orderOf(each, at))
  const matter = groupsOf(state, suspected, at)
  const facts = comparable.map((each) => [orderOf(each, at)])
  const batches = searchBatches(leaves(state).length)
  const asked = [toAsk(state, matter, batches.matter), toAsk(state, facts, batches.facts)]
  const there = new Set([...found, ...matter.flat(), ...facts.flat()].map(({ id }) => id))
  const leftOut = asked.reduce((sum, each) => sum + each.leftOut, 0)
  loop.project.put({
    put: [...unknown(state, [...found, ...asked.flatMap(({ put }) => put)]), stepOf(step, leftOut)],
    remove: [...mootOrders(state, there).map(({ id }) => id), ...earlier(state, step)],
  })
  return null
}
