import type { ProjectState } from '../project-state.ts'
import type { Section } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { freshReview } from './verdicts.ts'

/** What a plan is made from: the hash of the brief, and of what is asked where and not muted, in the order of the brief. */
export const planHash = question(['brief', 'constraint'], (state) =>
  hashOf([
    [...state.brief.values()],
    [...state.constraint.values()]
      .filter(({ muted }) => !muted)
      .map(({ demand, placement }) => [demand, placement]),
  ]),
)

/** Whether the brief or what it asks has changed since the plan was made from it. */
export const isPlanStale = (state: ProjectState): boolean => {
  const [plan] = state.plan.values()
  return plan !== undefined && plan.madeFrom !== planHash(state)
}

/**
 * The sections, in reading order, whose review no longer fits: their duties have changed since, or, where the text is
 * the writer's own, maybe the text. The next run reviews them again, save those of which that failed before; nothing is
 * written anew by itself.
 */
export const staleReviews = question(
  ['review', 'section', 'draft', 'constraint'],
  (state): readonly Section[] =>
    leaves(state).filter(({ id }) => {
      const { current } = desk(state, id)
      const reviewed = current && state.review.has(`review:${current.id.slice('draft:'.length)}`)
      return reviewed && !freshReview(state, current)
    }),
)
