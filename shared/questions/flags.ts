import type { Section, SectionId, Step } from '../records.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import type { ProjectState } from '../project-state.ts'
import { freshReview } from './verdicts.ts'

/** Something the writer should know that is no duty: what failed at its bounds, or what a review found beside. */
export type Flag = {
  readonly section: Section | null
  readonly verdict: 'broken' | 'unsure'
  readonly sentence: string
  readonly quote?: string
  readonly advice?: string
}

const failures: Readonly<Record<Step['verb'], string>> = {
  understand: 'The planner could not be asked what else the brief wants.',
  plan: 'Part of the plan could not be made by the planner and was filled in.',
  draft: 'It could not be written as it should be.',
  review: 'It could not be reviewed: no verdict came that could be used.',
  revise: 'A revision could not be made.',
  remember: 'It could not be summed up for later sections.',
  join: 'Some joins of sections could not be reviewed.',
}

const ofSteps = (steps: readonly Step[], section: Section | null): readonly Flag[] =>
  steps.map(({ verb, fault }) => ({
    section,
    verdict: verb === 'draft' || verb === 'plan' ? 'broken' : 'unsure',
    sentence: [failures[verb], fault?.sentence].filter(Boolean).join(' '),
  }))

const ofReview = (state: ProjectState, section: Section): readonly Flag[] => {
  const { current } = desk(state, section.id)
  const findings = (current && freshReview(state, current)?.findings) ?? []
  return findings.flatMap(({ constraint, verdict, fault, quote, advice }): readonly Flag[] =>
    constraint || verdict === 'kept'
      ? []
      : [
          {
            section,
            verdict,
            sentence: fault ?? 'A fault.',
            ...(quote && { quote }),
            ...(advice && { advice }),
          },
        ],
  )
}

/** What failed for a text that no longer stands is no news: the text that came after it is judged by itself. */
const isTold = (state: ProjectState, { id, verb, section }: Step): boolean => {
  const { current } = section ? desk(state, section) : {}
  if (verb === 'draft') return !current
  if (verb !== 'revise') return true
  return current ? id.startsWith(`step:revise/${current.root.slice('draft:'.length)}/`) : false
}

const ofDraft = (state: ProjectState, section: Section): readonly Flag[] => {
  const fault = desk(state, section.id).current?.fault
  return fault ? [{ section, verdict: 'broken', sentence: fault.sentence }] : []
}

/** All flags, sections in order, the work's own first. Nothing that failed is missing here. */
export const flags = question(
  ['plan', 'section', 'draft', 'review', 'step', 'constraint'],
  (state): readonly Flag[] => {
    const failed = [...state.step.values()].filter(({ status }) => status === 'failed')
    const bySection = Map.groupBy(
      failed.filter((step) => isTold(state, step)),
      ({ section }): SectionId | null => section,
    )
    const notes = [...state.plan.values()].flatMap((plan) => plan.notes)
    return [
      ...notes.map((sentence): Flag => ({ section: null, verdict: 'broken', sentence })),
      ...ofSteps(bySection.get(null) ?? [], null),
      ...leaves(state).flatMap((section) => [
        ...ofSteps(bySection.get(section.id) ?? [], section),
        ...ofDraft(state, section),
        ...ofReview(state, section),
      ]),
    ]
  },
)
