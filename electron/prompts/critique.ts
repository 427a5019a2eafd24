import { z } from 'zod'
import type { ProjectState } from '../../shared/project-state.ts'
import { block, lastTrouble, lines, parts, planPart, system, type Prompt } from './context.ts'
import { ample, type Rooms } from './rooms.ts'

/** What a reviewer answers about a plan: for each question the sections that answer it. */
export const critiqueReply = z.array(
  z.object({
    question: z.int().positive(),
    sections: z.array(z.int()).default([]).catch([]),
    answer: z.string().default('').catch(''),
  }),
)
export type CritiqueReply = z.infer<typeof critiqueReply>

/** Asks the reviewer where the plan treats each of the topics that the brief names; questions are numbered from 1. */
export const critiquePrompt = (
  state: ProjectState,
  topics: readonly string[],
  trouble?: string,
  rooms: Rooms = ample,
): Prompt =>
  parts(
    system('You review the plan of a long work. Answer with JSON alone.'),
    planPart(state, rooms.plan),
    block('Questions', topics.map((topic, i) => `${i + 1}. Which sections treat "${topic}"?`).join('\n')),
    block(
      'Your task',
      lines(
        'Answer each question by the plan alone. Where no section treats it, "sections" is [].',
        'Answer with a JSON array: [{"question": 1, "sections": [3], "answer": "how section 3 treats it, 10 words at most"}]',
      ),
    ),
    lastTrouble(trouble),
  )
