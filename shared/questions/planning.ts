import { openTopics, topicsOf } from '../plan-topics.ts'
import { isLead } from '../join/lead.ts'
import type { ProjectState } from '../project-state.ts'
import type { Section, Step } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { isPlannedAhead, planBatches, type Batch } from './batches.ts'
import { leaves } from './outline.ts'
import { lastRun } from './phase.ts'
import { question } from './question.ts'
import { checkStep, critiqueStep, planStep, understandStep } from './steps.ts'

type Of<Verb extends string, Matter> = { readonly verb: Verb; readonly step: Step['id'] } & Matter

/** Work on the plan before there is one. `isLast`: with this batch it is whole. */
export type PlanWork =
  | Of<'understand', unknown>
  | Of<'plan', Batch>
  | Of<'critique', { readonly topics: readonly string[] }>
  | Of<'check', Batch & { readonly isLast: boolean }>

const understanding = (state: ProjectState): readonly PlanWork[] => {
  const text = [...state.brief.values()][0]?.text.trim() ?? ''
  const step = understandStep(hashOf(text))
  return text === '' || state.step.has(step) ? [] : [{ verb: 'understand', step }]
}

const topics = question(['brief', 'constraint'], (state): readonly string[] => {
  const [brief] = state.brief.values()
  return brief ? topicsOf(brief, [...state.constraint.values()]) : []
})

/**
 * The topics of the brief that code finds nowhere in the plan, and the step in which a reader is asked where they are.
 * They are looked for once the last batch is there.
 */
export const critique = question(
  ['brief', 'constraint', 'section'],
  (state): { readonly topics: readonly string[]; readonly step: Step['id'] } => {
    const all = leaves(state)
    const open = openTopics(topics(state), all)
    const said = all.map(({ title, intent, owns }) => [title, intent, owns])
    return { topics: open, step: critiqueStep(hashOf([open, said])) }
  },
)

/** The next work on a plan that is not whole yet: its batches one after the other, each checked before the next. */
const nextBatch = (state: ProjectState): readonly PlanWork[] => {
  const batches = planBatches(state)
  for (const [i, batch] of batches.entries()) {
    const [made, checked] = [planStep(batch.from), checkStep(batch.from)]
    if (!state.step.has(made)) return [{ verb: 'plan', step: made, ...batch }]
    if (i === batches.length - 1) {
      const open = critique(state)
      if (open.topics.length > 0 && !state.step.has(open.step)) return [{ verb: 'critique', ...open }]
      return [{ verb: 'check', step: checked, ...batch, isLast: true }]
    }
    if (!state.step.has(checked)) return [{ verb: 'check', step: checked, ...batch, isLast: false }]
  }
  return []
}

/** What is to be done for a plan that is not there yet. */
export const planning = (state: ProjectState): readonly PlanWork[] => {
  const before = understanding(state)
  return before.length > 0 ? before : nextBatch(state)
}

/**
 * The sections that may be written although the plan is still being made: where the run needs no yes from the writer,
 * those of batches that passed their check, save the last of them, whose neighbour is not known yet, and a lead, which
 * comes after all others.
 */
export const plannedAhead = question(
  ['brief', 'constraint', 'section', 'step', 'run'],
  (state): readonly Section[] => {
    if (lastRun(state)?.approve !== 'auto' || !isPlannedAhead(state)) return []
    const batches = planBatches(state)
    const open = batches.find(({ from }) => !state.step.has(checkStep(from)))
    const upTo = (open?.from ?? 1) - 1
    const form = [...state.brief.values()][0]?.form ?? ''
    return leaves(state).filter(
      (section) => section.unit !== null && section.unit < upTo && !isLead(section, form),
    )
  },
)
