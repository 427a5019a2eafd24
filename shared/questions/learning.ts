import type { ProjectState } from '../project-state.ts'
import type { Part, SectionId, Step } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { bounds } from './bounds.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { holdsStill } from './phase.ts'
import { question } from './question.ts'
import { learnStep } from './steps.ts'

/** One part of a text, of which a model is to say what it does: of the pattern, or a section of this work. */
export type ReadPart = { readonly title: string; readonly text: string; readonly section: SectionId | null }

/** Parts of a text whose plan is to be learnt from it. */
export type LearnWork = {
  readonly verb: 'learn'
  readonly step: Step['id']
  readonly parts: readonly ReadPart[]
}

const ofPattern = (pattern: readonly Part[]): readonly ReadPart[] =>
  pattern.flatMap(({ title, text }) => (text === undefined ? [] : [{ title, text, section: null }]))

/** Sections with a text of the writer's, of which the plan says nothing: those of an imported work. */
const withoutEntry = (state: ProjectState): readonly ReadPart[] =>
  leaves(state).flatMap(({ id, title, intent, hold }) => {
    const { current } = desk(state, id)
    const isOpen = intent.trim() === '' && hold !== true && current?.author === 'writer'
    return isOpen && current.text.trim() && holdsStill(state, current)
      ? [{ title, text: current.text, section: id }]
      : []
  })

const inBatches = (parts: readonly ReadPart[]): readonly LearnWork[] =>
  Array.from({ length: Math.ceil(parts.length / bounds.learnBatch) }, (_, i) => {
    const batch = parts.slice(i * bounds.learnBatch, (i + 1) * bounds.learnBatch)
    return { verb: 'learn', step: learnStep(hashOf(batch)), parts: batch } as const
  })

/** The plan that is to be learnt from texts: that of the pattern, and that of sections which have none. */
export const learning = question(
  ['brief', 'section', 'draft', 'run', 'step'],
  (state): readonly LearnWork[] => {
    const pattern = [...state.brief.values()].flatMap((brief) => brief.pattern ?? [])
    return [...inBatches(ofPattern(pattern)), ...inBatches(withoutEntry(state))].filter(
      ({ step }) => !state.step.has(step),
    )
  },
)
