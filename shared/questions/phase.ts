import type { ProjectState } from '../project-state.ts'
import type { Draft, Fault, Run, Section } from '../records.ts'
import { bounds } from './bounds.ts'
import { desk } from './drafts.ts'
import { draftStep, reviewStep, reviseStep } from './steps.ts'
import { freshReview, readersDuties, reviewHash, verdictsOn } from './verdicts.ts'

/** Where a section stands in the loop, and so what it needs next. */
export type Phase =
  | { readonly at: 'unwritten' }
  | { readonly at: 'review'; readonly draft: Draft }
  | { readonly at: 'revise'; readonly draft: Draft; readonly round: number }
  | { readonly at: 'settled' }
  | { readonly at: 'failed'; readonly fault?: Fault }

/** The run that works now, or worked last. */
export const lastRun = (state: ProjectState): Run | undefined =>
  [...state.run.values()].reduce<Run | undefined>(
    (last, run) => (last && last.number > run.number ? last : run),
    undefined,
  )

/** The run that worked last, or works now, on more than what the writer asked for. */
const lastWork = (state: ProjectState): Run | undefined =>
  [...state.run.values()].reduce<Run | undefined>(
    (last, run) => (run.scope === 'orders' || (last && last.number > run.number) ? last : run),
    undefined,
  )

/**
 * Whether a text holds still: a model's ended draft always, the writer's own when it was last saved before this run
 * began. Models are asked only about texts that hold still; the checks in code follow every letter.
 */
export const holdsStill = (state: ProjectState, { author, at }: Draft): boolean =>
  author === 'model' || at < (lastWork(state)?.startedAt ?? Infinity)

/** A review that ended is needed again once its text or duties have changed, and changed back; one that failed is not. */
const needsReview = (state: ProjectState, draft: Draft): boolean =>
  holdsStill(state, draft) &&
  !freshReview(state, draft) &&
  state.step.get(reviewStep(draft, reviewHash(state, draft)))?.status !== 'failed'

const nextRound = (state: ProjectState, draft: Draft): number | null => {
  for (let round = 1; round <= bounds.revisionRounds; round += 1) {
    if (!state.step.has(reviseStep(draft, round))) return round
  }
  return null
}

/** Whether anything in a draft is known to be broken: a duty, or a fault its review found. */
const isBroken = (state: ProjectState, draft: Draft): boolean =>
  verdictsOn(state, draft).some(({ verdict }) => verdict === 'broken') ||
  (freshReview(state, draft)?.findings ?? []).some((each) => !each.constraint && each.verdict === 'broken')

/**
 * The first round of revision where code alone knows for good that a text breaks a duty: what is to be mended anyhow is
 * read once, when it has been.
 */
const roundBeforeReview = (state: ProjectState, draft: Draft): number | null => {
  if (draft.author !== 'model' || nextRound(state, draft) !== 1) return null
  const readers = new Set(readersDuties(state, draft))
  const isBrokenForGood = verdictsOn(state, draft).some(
    ({ duty, verdict }) => verdict === 'broken' && !readers.has(duty),
  )
  return isBrokenForGood ? 1 : null
}

/** Where one leaf of the plan stands. Only a model's own text is revised unasked. */
export const phaseOf = (state: ProjectState, section: Section): Phase => {
  const { current, candidate } = desk(state, section.id)
  const drafted = state.step.get(draftStep(section))
  if (!drafted && (!current || section.take > 1)) return { at: 'unwritten' }
  if (candidate) return { at: 'review', draft: candidate }
  if (drafted?.status === 'failed' && !current) {
    return { at: 'failed', ...(drafted.fault && { fault: drafted.fault }) }
  }
  if (!current) return { at: 'settled' }
  if (needsReview(state, current)) {
    const round = roundBeforeReview(state, current)
    return round === null ? { at: 'review', draft: current } : { at: 'revise', draft: current, round }
  }
  if (current.author === 'model' && isBroken(state, current)) {
    const round = nextRound(state, current)
    if (round !== null) return { at: 'revise', draft: current, round }
  }
  return { at: 'settled' }
}
