import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { draftStep } from '../../shared/questions/steps.ts'
import type { Section, SectionId } from '../../shared/records.ts'
import type { Change } from '../project/project.ts'

const leafOf = (state: ProjectState, id: SectionId): Section => {
  const section = leaves(state).find((each) => each.id === id)
  if (section) return section
  throw new AppError('not-found', 'There is no such section that holds text.', 'Choose one in the outline.')
}

const failedSteps = (state: ProjectState, id: SectionId): readonly string[] =>
  [...state.step.values()]
    .filter(({ section, status }) => section === id && status === 'failed')
    .map((step) => step.id)

/** Orders a fresh draft, with a note to the writer model where there is one. A hold ends, and so do old failures. */
export const redoSection = (state: ProjectState, id: SectionId, note: string): Change => {
  const { note: _, hold: __, candidates: ___, ...section } = leafOf(state, id)
  const said = note.trim()
  const put = [{ ...section, take: section.take + 1, ...(said && { note: said }) }]
  return { put, remove: failedSteps(state, id) }
}

/** Wishes for so many more drafts of a section to choose from; what stands stays. A hold ends. */
export const wishForCandidates = (state: ProjectState, id: SectionId, count: number): Change => {
  const { hold: _, ...section } = leafOf(state, id)
  return { put: [{ ...section, candidates: (section.candidates ?? 0) + count }] }
}

/** Has the loop leave a section be. */
export const holdSection = (state: ProjectState, id: SectionId): Change => ({
  put: [{ ...leafOf(state, id), hold: true }],
})

/**
 * Lets the loop take up a section again: a hold ends, what failed may be tried anew. A draft that failed at its bounds
 * is another take, since the calls of the old one are spent.
 */
export const retrySection = (state: ProjectState, id: SectionId): Change => {
  const { hold: _, ...section } = leafOf(state, id)
  const failed = state.step.get(draftStep(section))?.status === 'failed'
  const { candidates: __, ...fresh } = { ...section, take: section.take + 1 }
  const put = [failed ? fresh : section]
  return { put, remove: failedSteps(state, id) }
}
