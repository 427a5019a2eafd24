import type { Section, SectionId, Step } from '../records.ts'
import { citationFault, citationFindings, couldCiteNothing } from './citations.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import type { ProjectState } from '../project-state.ts'
import { isCandidateOf } from './steps.ts'
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

const sumFailure = 'A part of the work could not be summed up for the sections behind it.'

const candidateFailure = 'A candidate for it could not be written as it should be.'

const sentenceFor = (verb: Step['verb'], section: Section | null, isCandidate: boolean): string => {
  if (isCandidate) return candidateFailure
  return verb === 'remember' && !section ? sumFailure : failures[verb]
}

const ofSteps = (steps: readonly Step[], section: Section | null): readonly Flag[] =>
  steps.map(({ id, verb, fault }) => {
    const isCandidate = section !== null && isCandidateOf(id, section)
    return {
      section,
      verdict: (verb === 'draft' && !isCandidate) || verb === 'plan' ? 'broken' : 'unsure',
      sentence: [sentenceFor(verb, section, isCandidate), fault?.sentence].filter(Boolean).join(' '),
    }
  })

const ofReview = (state: ProjectState, section: Section): readonly Flag[] => {
  const { current } = desk(state, section.id)
  const findings = (current && freshReview(state, current)?.findings) ?? []
  // References come and go after a review: what citations rest on is looked up anew.
  const cited = current ? citationFindings(state, current) : []
  const standing = [...findings.filter(({ fault }) => fault !== citationFault), ...cited]
  return standing.flatMap(({ constraint, verdict, fault, quote, advice }): readonly Flag[] =>
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

const ofReferences = (state: ProjectState, section: Section): readonly Flag[] =>
  couldCiteNothing(state, section)
    ? [
        {
          section,
          verdict: 'unsure',
          sentence: 'No passage of the references fits it, so that it could cite none.',
          advice: 'Add a reference that bears on it, or say in its plan entry what it is to cite.',
        },
      ]
    : []

/** What failed for a text that no longer stands is no news: the text that came after it is judged by itself. */
const isTold = (state: ProjectState, { id, verb, section }: Step): boolean => {
  const { current } = section ? desk(state, section) : {}
  const owner = section ? state.section.get(section) : undefined
  if (verb === 'draft') return !current || (owner !== undefined && isCandidateOf(id, owner))
  if (verb !== 'revise') return true
  return current ? id.startsWith(`step:revise/${current.root.slice('draft:'.length)}/`) : false
}

const ofDraft = (state: ProjectState, section: Section): readonly Flag[] => {
  const fault = desk(state, section.id).current?.fault
  return fault ? [{ section, verdict: 'broken', sentence: fault.sentence }] : []
}

/** All flags, sections in order, the work's own first. Nothing that failed is missing here. */
export const flags = question(
  ['plan', 'section', 'draft', 'review', 'step', 'constraint', 'reference'],
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
        ...ofReferences(state, section),
      ]),
    ]
  },
)
