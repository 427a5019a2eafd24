import { withLeadLast } from '../../shared/join/lead.ts'
import { balanced, owned, uncircled } from '../../shared/plan-check.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { shape, type Shape } from '../../shared/questions/shape.ts'
import type { Section } from '../../shared/records.ts'
import { holds } from '../../shared/text/quotes.ts'
import { inOrder } from '../../shared/writing-order.ts'
import { withDuties } from './plan-duties.ts'

/** What is planned, beside sections that stand as they are. */
export type Planned = {
  readonly standing: readonly Section[]
  readonly fresh: readonly Section[]
  /** What the words of the fresh sections are to add up to; null where that is not known yet. */
  readonly budget: Shape | null
}

/**
 * Fresh sections as code can mend them: at peace with the duties, matter that a standing section owns left to it,
 * budgets that add up, in the order the brief wants, no waits in a circle, a lead after all others. What stands is not
 * touched.
 */
export const mended = (state: ProjectState, { standing, fresh, budget }: Planned): readonly Section[] => {
  const budgeted = budget ? balanced(fresh, budget) : fresh
  const ids = new Set(fresh.map(({ id }) => id))
  const isFresh = ({ id }: Section): boolean => ids.has(id)
  const dutiful = withDuties([...standing, ...budgeted], [...state.constraint.values()], shape(state).count)
  const [brief] = state.brief.values()
  return withLeadLast(uncircled(inOrder(owned(dutiful), brief?.order)), brief?.form ?? '').filter(isFresh)
}

/** Titles stand in the manuscript too: what a section must not say its title must not say. `all` are numbered from 1. */
export const titleViolations = (
  state: ProjectState,
  all: readonly Section[],
  fresh: readonly Section[] = all,
): readonly string[] => {
  const ids = new Set(fresh.map(({ id }) => id))
  return all.flatMap(({ id, title }, i) =>
    ids.has(id)
      ? dutiesOf(state, id).flatMap(({ demand }) =>
          demand.kind === 'avoids' && holds(title, demand.params.text)
            ? [`Section ${i + 1} says "${demand.params.text}" in its title, which it must not.`]
            : [],
        )
      : [],
  )
}
