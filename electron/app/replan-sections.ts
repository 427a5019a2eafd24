import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { replannable } from '../../shared/questions/replanning.ts'
import type { Order, SectionId } from '../../shared/records.ts'
import { hashOf } from '../../shared/text/hash.ts'

/** What is to be planned anew: a part of the outline, or all of it; with `drafted` also what models have written. */
export type Replanned = {
  readonly section: SectionId | null
  readonly note: string
  readonly drafted?: boolean
}

/**
 * The order to plan sections anew, which the next run does. It names those that are open to it now. `at` is in ms.
 * Throws `not-found` without a plan or for a section that is not there, `usage` where none is open.
 */
export const replanOrder = (
  state: ProjectState,
  { section, note, drafted = false }: Replanned,
  at: number,
): Order => {
  if (state.plan.size === 0) {
    throw new AppError('not-found', 'There is no plan yet.', 'Start a run, which makes one.')
  }
  if (section !== null && !state.section.has(section)) {
    throw new AppError('not-found', 'There is no such section.', 'Choose one in the outline.')
  }
  const open = replannable(state, section, drafted)
  const [first] = open
  if (!first) {
    throw new AppError(
      'usage',
      'Every section there holds text or is on hold, so that its plan stays.',
      drafted
        ? 'Choose another part of the outline.'
        : 'Include what models have drafted, or choose another part.',
    )
  }
  const places = open.map(({ id, title }) => ({ section: id, quote: title }))
  return {
    id: `order:plan-${hashOf([places, note, at])}`,
    kind: 'plan',
    section: first.id,
    sentence: open.length === 1 ? `Plan “${first.title}” anew.` : `Plan ${open.length} sections anew.`,
    places,
    advice: note.trim(),
    status: 'asked',
    by: 'writer',
    madeFrom: hashOf(open),
    take: 1,
    at,
  }
}
