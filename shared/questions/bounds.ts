import type { ProjectState } from '../project-state.ts'
import type { Call, SectionId } from '../records.ts'
import { planBatch, planBatches } from './batches.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { parts } from './rests-on.ts'
import { shape } from './shape.ts'
import { isWishedStep } from './steps.ts'

/** Every limit of the loop. All are counted in saved records, so that no crash and no restart can reset them. */
export const bounds = {
  /** Calls one take of a section may cost in all, failed and abandoned attempts included. */
  sectionCalls: 9,
  /** Calls one step may cost, those included that a dying process left behind. */
  stepCalls: 5,
  /** Replies that one step may get before it is given up. */
  replies: { understand: 2, plan: 2, draft: 4, review: 2, revise: 2, remember: 2, join: 2 },
  revisionRounds: 2,
  /** Sections planned in one call. */
  planBatch,
  /** Parts of a text whose plan is learnt in one call: what is shown of ten fits into any model. */
  learnBatch: 10,
  /** Sections between two summaries of the whole, where the plan has no parts. */
  sumStride: 10,
  /** Joins reviewed in one call. */
  joinBatch: 8,
  /** Replies that one asking of a work order may get. */
  orderReplies: 3,
  /** Sections a planner may choose to plan where the brief states no numbers. */
  freeSections: 60,
  /** How often one run waits for an endpoint that failed before it asks the writer. */
  setbacks: 8,
} as const

/** A call counts against the bounds unless the writer stopped it or its endpoint failed before a model was asked. */
const counts = ({ status, scope }: Call): boolean =>
  status !== 'stopped' && !(status === 'failed' && scope === 'endpoint')

const byStep = question(['call'], (state) =>
  Map.groupBy([...state.call.values()].filter(counts), ({ step }) => step),
)

const bySection = question(['call'], (state) =>
  Map.groupBy(
    [...state.call.values()].filter((call) => counts(call) && !isWishedStep(call.step)),
    ({ section, take }) => `${section} ${take}`,
  ),
)

/** The calls of a step that count, oldest first. */
export const callsOf = (state: ProjectState, step: Call['step']): readonly Call[] =>
  byStep(state).get(step) ?? []

/** The calls one take of a section has cost so far, those of the writer's own orders and candidates apart. */
export const callsSpent = (state: ProjectState, section: SectionId, take: number): number =>
  bySection(state).get(`${section} ${take}`)?.length ?? 0

/** Replies a step has had, good or bad: what varies the seed of its next attempt. Abandoned calls are no replies. */
export const repliesOf = (state: ProjectState, step: Call['step']): readonly Call[] =>
  callsOf(state, step).filter(({ status }) => status === 'ended' || status === 'failed')

/** How many sections the plan may have, known before there is one. */
export const mostSections = (state: ProjectState): number => {
  const { count, most, stated } = shape(state)
  return count ?? (stated ? most : bounds.freeSections)
}

/** The steps in which the plan of a pattern is learnt, and that of a work that was imported. */
const learnSteps = (state: ProjectState): number => {
  const pattern = [...state.brief.values()].flatMap((brief) => brief.pattern ?? [])
  const blank = leaves(state).filter(({ intent }) => intent.trim() === '')
  return Math.ceil(pattern.length / bounds.learnBatch) + Math.ceil(blank.length / bounds.learnBatch)
}

/** Batches that orders to plan anew need beyond the first of each, every time they are asked for. */
const furtherBatches = (state: ProjectState): number =>
  [...state.order.values()]
    .filter(({ kind, by }) => kind === 'plan' && by === 'writer')
    .reduce((sum, { places, take }) => sum + take * Math.max(0, Math.ceil(places.length / planBatch) - 1), 0)

/**
 * The steps of the plan: one to understand the brief, two for each batch, one to ask where the topics of the brief are,
 * those that learn a plan from a text, and what orders to plan anew need beyond one step each.
 */
const planSteps = (state: ProjectState): number =>
  planBatches(state).length * 2 + 2 + learnSteps(state) + furtherBatches(state)

/** Sections that the plan has, or may come to have while it is being made, each counted by its takes. */
const sectionsToWrite = (state: ProjectState): number => {
  const takes = leaves(state).map(({ take }) => take)
  const there = takes.reduce((sum, take) => sum + take, 0)
  return state.plan.size > 0 ? there : there + Math.max(0, mostSections(state) - takes.length)
}

/** Summaries of parts and of the whole that a work may have made; those made anew for a later take count too. */
export const mostSums = (state: ProjectState): number => {
  const takes = Math.max(1, ...leaves(state).map(({ take }) => take))
  return (parts(state).size + Math.ceil(sectionsToWrite(state) / bounds.sumStride)) * takes
}

/**
 * Batches of repeated matter, and of facts of one thing, that one search of a work of so many sections puts to the
 * reviewer.
 */
export const searchBatches = (sections: number): { readonly matter: number; readonly facts: number } => ({
  matter: Math.max(1, Math.ceil(sections / 26)),
  facts: Math.max(1, Math.ceil(sections / 52)),
})

/**
 * How many calls a project may cost at most, known before a run starts (for a brief that leaves the number of
 * sections to the planner: known once the plan stands, and before that for the longest plan allowed). An endpoint that
 * fails takes with it what is in hand: a call for each lane, and one that the writer waits for.
 */
export const callBound = (state: ProjectState, lanes: number): number => {
  const sections = sectionsToWrite(state)
  const { matter, facts } = searchBatches(sections)
  const joins = Math.ceil(sections / bounds.joinBatch) + matter + facts
  const asked = [...state.order.values()].reduce((sum, { take }) => sum + take, 0)
  const candidates = leaves(state).reduce((sum, section) => sum + (section.candidates ?? 0), 0)
  return (
    (planSteps(state) + joins + mostSums(state) + asked + candidates) * bounds.stepCalls +
    sections * bounds.sectionCalls +
    (bounds.setbacks + 1) * (lanes + 1)
  )
}
