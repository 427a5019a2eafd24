import type { ProjectState } from '../project-state.ts'
import type { Draft, Order, Section, SectionId, Step } from '../records.ts'
import { neededSearch, roughJoins, suspects, type Join } from './joins.ts'
import { wantedCandidates } from './candidates.ts'
import { askedOrders } from './orders.ts'
import { learning, type LearnWork } from './learning.ts'
import { leaves } from './outline.ts'
import { lastRun, phaseOf, type Phase } from './phase.ts'
import { plannedAhead, planning, type PlanWork } from './planning.ts'
import { question } from './question.ts'
import { remembering, summing, type MemoryWork } from './remembering.ts'
import { replanning, type ReplanWork } from './replanning.ts'
import { draftStep, orderStep, reviewStep, reviseStep } from './steps.ts'
import { reviewHash } from './verdicts.ts'

type Of<Verb extends string, Matter> = { readonly verb: Verb; readonly step: Step['id'] } & Matter

/** One piece of work that needs doing. Its step's record takes it off the agenda: for good, or until what it made is undone. */
export type Work =
  | PlanWork
  | LearnWork
  | ReplanWork
  | Of<'draft', { readonly section: Section; readonly candidate?: number }>
  | Of<'review', { readonly section: Section; readonly draft: Draft; readonly hash: string }>
  | Of<'revise', { readonly section: Section; readonly draft: Draft; readonly round: number }>
  | MemoryWork
  | Of<'join', { readonly joins: readonly Join[] }>
  | Of<'search', { readonly hash: string }>
  | Of<'confirm', { readonly orders: readonly Order[] }>
  | Of<'order', { readonly order: Order; readonly section: Section }>

/** A draft, or what its prompt needs first. */
const beginning = (state: ProjectState, section: Section): readonly Work[] => {
  const first = summing(state, section)
  return first.length > 0 ? first : [{ verb: 'draft', step: draftStep(section), section }]
}

const phases = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'brief', 'run'],
  (state): ReadonlyMap<SectionId, Phase> =>
    new Map(leaves(state).map((section) => [section.id, phaseOf(state, section)])),
)

const phase = (state: ProjectState, section: Section): Phase =>
  phases(state).get(section.id) ?? phaseOf(state, section)

const next = (
  state: ProjectState,
  section: Section,
  settled: (id: SectionId) => boolean,
): readonly Work[] => {
  if (section.hold) return []
  const stand = phase(state, section)
  switch (stand.at) {
    case 'unwritten':
      return section.after.every(settled) ? beginning(state, section) : []
    case 'review': {
      const { draft } = stand
      const hash = reviewHash(state, draft)
      return [{ verb: 'review', step: reviewStep(draft, hash), section, draft, hash }]
    }
    case 'revise': {
      const { draft, round } = stand
      return [{ verb: 'revise', step: reviseStep(draft, round), section, draft, round }]
    }
    case 'settled':
      return remembering(state, section)
    case 'failed':
      return []
  }
}

/** Whether nothing more will be done to a section, so that those after it can begin: on hold, whether it has a text. */
const isSettled = (state: ProjectState, section: Section | undefined): boolean => {
  if (!section) return true
  const { at } = phase(state, section)
  if (section.hold) return at !== 'unwritten'
  return at === 'failed' || (at === 'settled' && remembering(state, section).length === 0)
}

/** Whether a section's text stays as it is, whatever is still to be remembered of it. */
const hasLastText = (state: ProjectState, section: Section): boolean => {
  const { at } = phase(state, section)
  return at === 'settled' || at === 'failed'
}

const joinsOf = (state: ProjectState, isReady?: (section: Section) => boolean): readonly Work[] =>
  roughJoins(state, isReady).map((batch): Work => ({ verb: 'join', ...batch }))

const joining = (state: ProjectState): readonly Work[] => {
  const search = neededSearch(state)
  return [
    // It asks nobody, and what it suspects can be asked about beside the joins.
    ...(search ? [{ verb: 'search', ...search } as const] : []),
    ...joinsOf(state),
    ...suspects(state).map((batch): Work => ({ verb: 'confirm', ...batch })),
  ]
}

/** What the writer has asked for beside what the plan needs. */
export const asked = question(
  ['section', ...replanning.kinds, ...askedOrders.kinds, ...wantedCandidates.kinds],
  (state): readonly Work[] => [
    ...replanning(state),
    ...askedOrders(state).flatMap((order): readonly Work[] => {
      const section = state.section.get(order.section)
      return section ? [{ verb: 'order', step: orderStep(order), order, section }] : []
    }),
    ...wantedCandidates(state).map((wanted): Work => ({ verb: 'draft', ...wanted })),
  ],
)

/** Whether a section waits, maybe by way of others, for one that is on hold without a text. */
const waitsForHeld = (
  state: ProjectState,
  { after }: Section,
  settled: (id: SectionId) => boolean,
  seen = new Set<SectionId>(),
): boolean =>
  after.some((id) => {
    const section = state.section.get(id)
    if (!section || seen.has(id) || settled(id)) return false
    seen.add(id)
    return section.hold === true || waitsForHeld(state, section, settled, seen)
  })

/**
 * All that the loop does by itself: what the plan still needs, what finishes a section, what begins one. Empty when it
 * has nothing to do (or waits for the writer to approve the plan). Sections on hold are left alone, and so are those that must come after
 * one that has no text yet.
 */
const unasked = question(
  [
    'section',
    'draft',
    'step',
    'review',
    'constraint',
    'plan',
    'brief',
    'seam',
    'run',
    'order',
    'memory',
    'reference',
  ],
  (state): readonly Work[] => {
    const [plan] = state.plan.values()
    // What every prompt shows is not to change while texts are made with it.
    const first = learning(state)
    if (first.length > 0 || replanning(state).length > 0) return first
    const unplanned = plan ? [] : planning(state)
    if (plan && plan.status !== 'approved') return []
    const settledById = new Map<SectionId, boolean>()
    const settled = (id: SectionId): boolean => {
      const before = settledById.get(id) ?? isSettled(state, state.section.get(id))
      settledById.set(id, before)
      return before
    }
    const planned = plan ? leaves(state) : plannedAhead(state)
    const work = planned.flatMap((section) => next(state, section, settled))
    const drafts = work.filter(({ verb }) => verb === 'draft')
    // One summary may be wanted by several sections.
    const rest = [
      ...new Map(work.filter(({ verb }) => verb !== 'draft').map((each) => [each.step, each])).values(),
    ]
    const joins = joinsOf(state, (section) => hasLastText(state, section))
    if (!plan || work.length > 0) return [...unplanned, ...rest, ...drafts, ...joins]
    // Sections that wait for each other in a circle would wait for ever: the plan's check breaks circles, the
    // writer may make new ones, and then they are written in reading order.
    const stuck = leaves(state).find(
      (section) =>
        !section.hold && phase(state, section).at === 'unwritten' && !waitsForHeld(state, section, settled),
    )
    return stuck ? [{ verb: 'draft', step: draftStep(stuck), section: stuck }] : joining(state)
  },
)

/** All that needs doing now: what the writer waits for, then what the loop does by itself. */
export const agenda = question([...unasked.kinds, ...asked.kinds], (state): readonly Work[] => [
  ...asked(state),
  ...unasked(state),
])

/** The part of the agenda that is for the run that works now: one for orders alone does nothing else. */
export const agendaOfRun = (state: ProjectState): readonly Work[] =>
  lastRun(state)?.scope === 'orders' ? asked(state) : agenda(state)
