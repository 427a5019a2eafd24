import { checkedText, type CheckedText } from '../../shared/constraints/checked-text.ts'
import { check, type Demand } from '../../shared/constraints/demand.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Section } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { boundaryPart } from './boundaries.ts'
import { block, dutyPart, lastTrouble, lines, parts, quoted, sectionPart, type Prompt } from './context.ts'
import { opening } from './draft.ts'
import { ending } from './ending.ts'
import { memoryParts } from './memory.ts'
import { planAround } from './plan-in-short.ts'
import { ample, type Rooms } from './rooms.ts'

/** The part of a prompt that shows the text to be gone on from, by its name. */
export const textSoFar = 'Its text so far'

/** Words of the text so far that are shown: enough to take up its voice and its thread. */
const shownWords = 250

/** Duties that are done once they are kept, whatever follows. */
const isDone = (demand: Demand, text: CheckedText): boolean => {
  const once =
    demand.kind === 'mentions' ||
    demand.kind === 'cites' ||
    demand.kind === 'opening' ||
    (demand.kind === 'repeats' && demand.params.max === undefined) ||
    (demand.kind === 'pattern' && !demand.params.not)
  return once && check(demand, text)?.verdict === 'kept'
}

/** What the rest of a section owes: its length is what is left of the whole. */
const stillOwed =
  (text: string) =>
  (demand: Demand): Demand | null => {
    if (demand.kind !== 'length') return isDone(demand, checkedText(text)) ? null : demand
    const words = countWords(text)
    const { min, max } = demand.params
    return {
      kind: 'length',
      params: {
        ...(min !== undefined && { min: Math.max(1, min - words) }),
        ...(max !== undefined && { max: Math.max(1, max - words) }),
      },
    }
  }

/**
 * Asks the writer model to go on from a text that stopped short: what follows, up to the section's end, and nothing of
 * what is there. `breaks`: it breaks off within a paragraph.
 */
export const continuePrompt = (
  state: ProjectState,
  section: Section,
  { text, breaks = false }: { readonly text: string; readonly breaks?: boolean },
  trouble?: string,
  rooms: Rooms = ample,
): Prompt => {
  const end = ending(text, shownWords)
  const rest = { ...section, words: Math.max(1, section.words - countWords(text)) }
  return parts(
    ...opening(state, section, rooms),
    planAround(state, section, rooms.plan),
    sectionPart(state, rest),
    boundaryPart(state, section),
    ...memoryParts(state, section, rooms.memory),
    dutyPart(state, section, 'What it still owes', stillOwed(text)),
    section.note !== undefined && block('What the writer asks of this draft', quoted(section.note)),
    block(textSoFar, lines(end.length < text.trim().length && 'It ends so:', quoted(end))),
    block(
      'Your task',
      lines(
        breaks
          ? 'This section broke off. Go on with its next sentence, in the same paragraph, and bring it to its end.'
          : 'This section is too short. Go on with its next paragraph: say more of what its entry asks for, and bring it to its end.',
        'Answer with what follows alone. Repeat nothing of the text so far.',
      ),
    ),
    lastTrouble(trouble),
  )
}
