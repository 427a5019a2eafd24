import { z } from 'zod'
import type { ProjectState } from '../../shared/project-state.ts'
import { shape } from '../../shared/questions/shape.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, lastTrouble, lines, parts, type Prompt } from './context.ts'
import { planOpening } from './plan.ts'
import { ample, type Rooms } from './rooms.ts'

/** Proposals that one answer may hold. */
export const mostProposals = 20

/** What a planner answers about a brief: requirements that were not read yet, each with its words in the brief. */
export const understandReply = z.array(
  z.object({
    quote: z.string().trim().min(1).max(2_000),
    says: z.string().transform(oneLine).pipe(z.string().min(1).max(400)),
  }),
)

const places = (label: string): string => {
  const unit = label.toLowerCase()
  return [
    `"${label} 3 must mention the lamp."`,
    `"Every 5 ${unit}s from ${unit} 13, mention the choir."`,
    `"Every ${unit} must end with a question."`,
    '"The whole must be told in letters."',
  ].join(', ')
}

/** Asks the planner what the brief requires beyond what was read; it begins as the prompt to plan does. */
export const understandPrompt = (state: ProjectState, trouble?: string, rooms: Rooms = ample): Prompt =>
  parts(
    ...planOpening(state, rooms),
    block(
      'Your task',
      lines(
        'Find what the brief requires of its text that is missing from the requirements listed.',
        `Answer with a JSON array of at most ${mostProposals}, or [] where nothing is missing:`,
        '[{"quote": "the words of the brief, letter for letter", "says": "the same requirement as one plain sentence with its exact place"}]',
        `Sentences are plain in this way: ${places(shape(state).label)}`,
        'Leave out lengths, advice of your own, and what is listed already.',
      ),
    ),
    lastTrouble(trouble),
  )
