import type { ProjectState } from '../../shared/project-state.ts'
import type { Section } from '../../shared/records.ts'
import {
  briefPart,
  block,
  dutyPart,
  lines,
  memoryPart,
  planPart,
  quoted,
  sectionPart,
  type Prompt,
} from './context.ts'

/** How every prompt to the writer begins: the same for all sections, so that servers can keep it in a cache. */
export const opening = (state: ProjectState): Prompt => {
  const [brief] = state.brief.values()
  return [
    {
      from: 'system',
      text: `You write a long work, one section at a time, in the language "${brief?.language ?? 'en'}". Answer with the text of the section alone, in Markdown: no title, no remark, no list of what you did.`,
    },
    { from: 'user', text: lines(briefPart(state, 'whole'), planPart(state)), cacheUpTo: true },
  ]
}

/** Asks the writer model for one section. `trouble` tells what was wrong with the last attempt. */
export const draftPrompt = (state: ProjectState, section: Section, trouble?: string): Prompt => [
  ...opening(state),
  {
    from: 'user',
    text: lines(
      sectionPart(state, section),
      memoryPart(state, section),
      dutyPart(state, section),
      section.note && block('What the writer asks of this draft', quoted(section.note)),
      block('Your task', 'Write this section, whole, from its first sentence to its last.'),
      trouble && `Your last answer could not be used: ${trouble}`,
    ),
  },
]
