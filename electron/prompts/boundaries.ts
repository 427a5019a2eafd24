import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { sectionsInAll } from '../../shared/questions/batches.ts'
import { leaves } from '../../shared/questions/outline.ts'
import type { Section } from '../../shared/records.ts'
import { block, lines } from './context.ts'

const opens = (before: Section | undefined): string =>
  before
    ? `Opens: take up from "${before.title}", and do not tell it again: ${before.intent}`
    : 'Opens: nothing stands before it; begin the work.'

const closes = ({ title, intent, owns }: Section, { leaves: known }: Section): string => {
  const more = owns.filter((matter) => !known.includes(matter))
  return lines(
    `Closes: lead up to "${title}", and leave this to it: ${intent}`,
    more.length > 0 && `Only there: ${more.join('; ')}`,
  )
}

/**
 * How a section joins its neighbours, from their entries alone, so that all can be written side by side. While the plan
 * is being made no section is written before the next one is planned.
 */
export const boundaryPart = (state: ProjectState, section: Section): Message | undefined => {
  const all = leaves(state)
  const at = all.findIndex(({ id }) => id === section.id)
  const next = all[at + 1]
  const isLast = at + 1 >= sectionsInAll(state)
  return block(
    'Where it begins and ends',
    lines(
      opens(all[at - 1]),
      next && closes(next, section),
      isLast && 'Closes: nothing comes after it; bring the work to its end.',
    ),
  )
}
