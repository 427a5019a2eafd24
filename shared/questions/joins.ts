import type { ProjectState } from '../project-state.ts'
import type { Draft, Order, Section, Seam, Step } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { bounds } from './bounds.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { holdsStill } from './phase.ts'
import { confirmStep, joinStep, searchStep } from './steps.ts'
import { textHash } from './text-hash.ts'

/** Two neighbours that both have text, and the hash of those texts. */
export type Join = { readonly left: Section; readonly right: Section; readonly hash: string }

/** Neighbours to be looked at in one call. */
export type JoinBatch = { readonly step: Step['id']; readonly joins: readonly Join[] }

/** All texts that are searched together, and the hash of them. */
export type Search = { readonly step: Step['id']; readonly hash: string }

/** The id of the seam between two neighbours. */
export const seamId = (left: Section, right: Section): Seam['id'] =>
  `seam:${left.id.slice('section:'.length)}~${right.id.slice('section:'.length)}`

const stillText = (state: ProjectState, { id }: Section): Draft | null => {
  const { current } = desk(state, id)
  return current?.text && holdsStill(state, current) ? current : null
}

const hashes = new WeakMap<Draft, { readonly right: Draft; readonly hash: string }>()

/** The hash of two texts that meet, worked out once. */
const joinHash = (left: Draft, right: Draft): string => {
  const known = hashes.get(left)
  if (known?.right === right) return known.hash
  const hash = hashOf([textHash(left), textHash(right)])
  hashes.set(left, { right, hash })
  return hash
}

/** Whether it was given up: what ended and is needed again was undone by a change since. */
const hasFailed = (state: ProjectState, step: Step['id']): boolean =>
  state.step.get(step)?.status === 'failed'

const joinsOf = (state: ProjectState, sections: readonly Section[]): readonly Join[] =>
  sections.slice(1).flatMap((right, i): readonly Join[] => {
    const left = sections[i]
    const [a, b] = [left && stillText(state, left), stillText(state, right)]
    return left && a && b ? [{ left, right, hash: joinHash(a, b) }] : []
  })

/**
 * The neighbours whose join nobody has looked at since their texts changed, in batches that are always cut at the same
 * places: a batch can be looked at as soon as `isReady` says so of all its sections, and which that happens to be first
 * changes none of them. While there is no plan yet its last batch may still grow.
 */
export const roughJoins = (
  state: ProjectState,
  isReady: (section: Section) => boolean = () => true,
): readonly JoinBatch[] => {
  const all = leaves(state)
  const size = bounds.joinBatch
  return Array.from({ length: Math.ceil((all.length - 1) / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size + 1),
  ).flatMap((sections): readonly JoinBatch[] => {
    if (!sections.every(isReady) || (state.plan.size === 0 && sections.length <= size)) return []
    const joins = joinsOf(state, sections).filter(
      ({ left, right, hash }) => state.seam.get(seamId(left, right))?.madeFrom !== hash,
    )
    if (joins.length === 0) return []
    const step = joinStep(hashOf(joins.map(({ hash }) => hash)))
    return hasFailed(state, step) ? [] : [{ step, joins }]
  })
}

/**
 * The search that all texts together need, or null: where fewer than two sections have one, where the writer is still at
 * work on one of them, and where just these have been searched. Only the step of the last search stands.
 */
export const neededSearch = (state: ProjectState): Search | null => {
  const texts = leaves(state).flatMap((section) => {
    const text = desk(state, section.id).current?.text
    return text ? [{ id: section.id, still: stillText(state, section) }] : []
  })
  const still = texts.flatMap(({ id, still: draft }) => (draft ? [[id, textHash(draft)] as const] : []))
  if (still.length < 2 || still.length < texts.length) return null
  const hash = hashOf(still)
  const step = searchStep(hash)
  return state.step.has(step) ? null : { step, hash }
}

/** What is suspected and is put to the reviewer in one call, all of one kind. */
export type Suspects = { readonly step: Step['id']; readonly orders: readonly Order[] }

const inBatches = (orders: readonly Order[]): readonly Suspects[] =>
  Array.from({ length: Math.ceil(orders.length / bounds.joinBatch) }, (_, i) => {
    const batch = orders.slice(i * bounds.joinBatch, (i + 1) * bounds.joinBatch)
    return { step: confirmStep(hashOf(batch.map(({ id }) => id))), orders: batch }
  })

/** What waits for the reviewer to say whether it is so; those that share an answer are asked about once. */
export const suspects = (state: ProjectState): readonly Suspects[] => {
  if (state.order.size === 0) return []
  const waiting = [...state.order.values()].filter(
    ({ status, like }) => status === 'suspected' && like === undefined,
  )
  return [...Map.groupBy(waiting, ({ kind }) => kind).values()]
    .flatMap(inBatches)
    .filter(({ step }) => !hasFailed(state, step))
}
