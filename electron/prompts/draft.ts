import type { ProjectState } from '../../shared/project-state.ts'
import { shownTo } from '../../shared/questions/batches.ts'
import type { Section } from '../../shared/records.ts'
import { boundaryPart } from './boundaries.ts'
import {
  block,
  briefParts,
  dutyPart,
  lastTrouble,
  parts,
  quoted,
  sectionPart,
  shared,
  system,
  type Prompt,
} from './context.ts'
import { memoryParts } from './memory.ts'
import { planAround, planInShort } from './plan-in-short.ts'
import { ample, type Rooms } from './rooms.ts'

/**
 * How every prompt to the writer begins, so that servers can keep it in a cache: the same for all sections, or, while
 * the plan is being made, for those that were planned together with `section`.
 */
export const opening = (state: ProjectState, section: Section | undefined, rooms: Rooms): Prompt => {
  const [brief] = state.brief.values()
  return [
    system(
      `You write a long work, one section at a time, in the language "${brief?.language ?? 'en'}", in Markdown. Answer with what is asked for alone: no title, no remark, no list of what you did.`,
    ),
    ...shared(
      ...briefParts(state, 'whole'),
      planInShort(state, section ? shownTo(state, section) : Infinity, rooms.plan),
    ),
  ]
}

/** Asks the writer model for one section. `trouble` tells what was wrong with the last attempt. */
export const draftPrompt = (
  state: ProjectState,
  section: Section,
  trouble?: string,
  rooms: Rooms = ample,
): Prompt =>
  parts(
    ...opening(state, section, rooms),
    planAround(state, section, rooms.plan),
    sectionPart(state, section),
    boundaryPart(state, section),
    ...memoryParts(state, section, rooms.memory),
    dutyPart(state, section),
    section.note !== undefined && block('What the writer asks of this draft', quoted(section.note)),
    block('Your task', 'Write the text of this section, whole, from its first sentence to its last.'),
    lastTrouble(trouble),
  )
