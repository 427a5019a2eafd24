import type { ProjectState } from '../../shared/project-state.ts'
import type { Finding, Section } from '../../shared/records.ts'
import { boundaryPart } from './boundaries.ts'
import { block, dutyPart, lastTrouble, parts, quoted, sectionPart, type Prompt } from './context.ts'
import { opening } from './draft.ts'
import { memoryParts } from './memory.ts'
import { brokenLine } from './mend.ts'
import { planAround } from './plan-in-short.ts'
import { ample, type Attempt } from './rooms.ts'

/**
 * Asks for a whole section again with what is broken mended and all else left alone: the last resort, where replacements
 * did not do. `trouble` is of the last attempt.
 */
export const revisePrompt = (
  state: ProjectState,
  section: Section,
  text: string,
  findings: readonly Finding[],
  { trouble, rooms = ample }: Attempt = {},
): Prompt =>
  parts(
    ...opening(state, section, rooms),
    planAround(state, section, rooms.plan),
    sectionPart(state, section),
    boundaryPart(state, section),
    ...memoryParts(state, section, rooms.memory),
    dutyPart(state, section),
    block('Its text now', quoted(text)),
    block('What is broken', findings.map(brokenLine).join('\n')),
    block(
      'Your task',
      'Write the text of this section again, whole, with what is broken mended and all else left as it is.',
    ),
    lastTrouble(trouble),
  )
