import type { Section } from '../records.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { shape } from './shape.ts'

/** Sections planned in one call. */
export const planBatch = 30

/** The sections one planning call is asked for, counted from 1; `to` is null where the planner chooses how many. */
export type Batch = { readonly from: number; readonly to: number | null }

/**
 * The batches a plan is made in, one after the other. Where the planner chooses how many sections there are, a plan that
 * must have more than one batch has two, and the second is as long as the planner likes.
 */
export const planBatches = question(['brief', 'constraint'], (state): readonly Batch[] => {
  const { count, least } = shape(state)
  if (count === null) {
    return least > planBatch
      ? [
          { from: 1, to: planBatch },
          { from: planBatch + 1, to: null },
        ]
      : [{ from: 1, to: null }]
  }
  return Array.from({ length: Math.max(1, Math.ceil(count / planBatch)) }, (_, i) => ({
    from: 1 + i * planBatch,
    to: Math.min((i + 1) * planBatch, count),
  }))
})

type Given = Parameters<typeof planBatches>[0]

/**
 * Whether sections may be drafted while the plan is still being made: where the brief says how many there are and one
 * batch does not hold them.
 */
export const isPlannedAhead = (state: Given): boolean =>
  shape(state).count !== null && planBatches(state).length > 1

/**
 * The last unit whose entry a section's prompts show. In a plan that is drafted while it is made, that is the end of the
 * section's own batch, whenever it is drafted: so neither the hour nor a restart changes a prompt, and the plan as one
 * batch is shown begins as the batch before it was. Everywhere else it is the whole plan.
 */
export const shownTo = (state: Given, { unit }: Pick<Section, 'unit'>): number => {
  if (unit === null || !isPlannedAhead(state)) return Infinity
  const batch = planBatches(state).find(({ to }) => to !== null && unit <= to)
  return batch?.to ?? Infinity
}

/**
 * The first unit that may be given what is asked of the whole and needs one section. In a plan that is drafted while it
 * is made those are the units of its last batch: no section is drafted before its duties are known.
 */
export const carriesFrom = (state: Given): number =>
  isPlannedAhead(state) ? (planBatches(state).at(-1)?.from ?? 1) : 1

/** How many sections the work has, also while its plan is still being made. */
export const sectionsInAll = question(
  ['brief', 'constraint', 'plan', 'section'],
  (state): number => (state.plan.size === 0 ? shape(state).count : null) ?? leaves(state).length,
)
