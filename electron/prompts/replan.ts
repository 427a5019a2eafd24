import type { ProjectState } from '../../shared/project-state.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Section } from '../../shared/records.ts'
import { block, lastTrouble, lines, parts, planPart, quoted, type Prompt } from './context.ts'
import { entryForm, owedPart, planOpening } from './plan.ts'
import { ample, type Rooms } from './rooms.ts'

/** The numbers that sections have in the plan, counted from 1, rising. */
const numbersOf = (state: ProjectState, sections: readonly Section[]): readonly number[] => {
  const wanted = new Set(sections.map(({ id }) => id))
  return leaves(state).flatMap(({ id }, i) => (wanted.has(id) ? [i + 1] : []))
}

/** Asks the planner for fresh entries of some sections; the rest of the plan stays as it is. */
export const replanPrompt = (
  state: ProjectState,
  sections: readonly Section[],
  note: string,
  trouble?: string,
  rooms: Rooms = ample,
): Prompt => {
  const numbers = numbersOf(state, sections)
  const units = new Set(sections.map(({ unit }) => unit))
  const words = sections.reduce((sum, section) => sum + section.words, 0)
  const { each } = shape(state)
  const [first] = numbers
  const which = numbers.length === 1 ? `section ${first}` : `sections ${numbers.join(', ')}`
  return parts(
    ...planOpening(state, rooms),
    planPart(state, rooms.plan, new Set(sections.map(({ id }) => id))),
    owedPart(state, Math.max(0, ...sections.map(({ unit }) => unit ?? 0)), (unit) => units.has(unit)),
    note.trim() !== '' && block('What the writer asks of the new plan', quoted(note)),
    block(
      'Your task',
      lines(
        `Plan ${which} anew, and no others; take up nothing that another section treats.`,
        each === null ? `Their words must add up to ${words}.` : `Words each: ${each}.`,
        entryForm,
      ),
    ),
    lastTrouble(trouble),
  )
}
