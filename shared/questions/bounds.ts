import type { ProjectState } from '../project-state.ts'
import type { Call, SectionId } from '../records.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { shape } from './shape.ts'

/** Every limit of the loop. All are counted in saved records, so that no crash and no restart can reset them. */
export const bounds = {
  /** Calls one take of a section may cost in all, failed and abandoned attempts included. */
  sectionCalls: 9,
  /** Calls one step may cost, those included that a dying process left behind. */
  stepCalls: 5,
  /** Replies that one step may get before it is given up. */
  replies: { understand: 2, plan: 2, draft: 3, review: 2, revise: 2, remember: 2, join: 2 },
  revisionRounds: 2,
  /** Sections planned, and joins reviewed, in one call. */
  planBatch: 30,
  joinBatch: 8,
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
  Map.groupBy([...state.call.values()].filter(counts), ({ section, take }) => `${section} ${take}`),
)

/** The calls of a step that count, oldest first. */
export const callsOf = (state: ProjectState, step: Call['step']): readonly Call[] =>
  byStep(state).get(step) ?? []

/** The calls one take of a section has cost so far. */
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

/** The steps up to the plan: one to understand the brief, one for each batch, and the check. */
const planSteps = (state: ProjectState): number => Math.ceil((shape(state).count ?? 1) / bounds.planBatch) + 2

/**
 * How many calls a project may cost at most, known before a run starts (for a brief that leaves the number of
 * sections to the planner: known once the plan stands, and before that for the longest plan allowed).
 */
export const callBound = (state: ProjectState, lanes: number): number => {
  const takes = leaves(state).map(({ take }) => take)
  const sections = takes.length > 0 ? takes.reduce((sum, take) => sum + take, 0) : mostSections(state)
  const joins = Math.ceil(sections / bounds.joinBatch)
  return (
    (planSteps(state) + joins) * bounds.stepCalls +
    sections * bounds.sectionCalls +
    (bounds.setbacks + 1) * lanes
  )
}
