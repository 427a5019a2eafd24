import { z } from 'zod'
import type { Memory, Section } from '../../shared/records.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, lastTrouble, lines, parts, quoted, system, type Prompt } from './context.ts'

const fact = z.object({
  about: z.enum(['person', 'place', 'term', 'event']),
  name: z.string().trim().min(1).max(120),
  fact: z.string().trim().min(1).max(400),
})

/**
 * What is remembered of a section: a summary, facts that later sections must not contradict, and the numbers of known
 * facts that end with it.
 */
export const rememberReply = z.object({
  summary: z.string().trim().min(1).max(1_200),
  facts: z.array(fact).max(40).default([]),
  over: z.array(z.int().positive()).default([]),
})
export type RememberReply = z.infer<typeof rememberReply>

/** Asks for the memory of one section. `known` is what is known already of the things it names, each by its number. */
export const rememberPrompt = (
  section: Section,
  text: string,
  known: readonly Memory[] = [],
  trouble?: string,
): Prompt =>
  parts(
    system('You keep the memory of a long work. Answer with JSON alone.'),
    block(`The section "${section.title}"`, quoted(text)),
    block(
      'Known before it',
      known.map(({ name, fact: told }, i) => `${i + 1}. ${oneLine(`${name}: ${told}`)}`).join('\n'),
    ),
    block(
      'Your task',
      lines(
        `Sum it up in 50 words at most, and list at most 8 facts that later sections must not contradict${known.length > 0 ? ', without those that are known before it' : ''}.`,
        'Answer with a JSON object: {"summary": "...", "facts": [{"about": "person", "name": "...", "fact": "..."}]}',
        'A fact is about a "person", "place", "term" or "event"; the name stands in the text.',
        known.length > 0 &&
          'Where the section ends a fact that is known, say what holds instead among the facts, and add the numbers of those that end: "over": [1]',
      ),
    ),
    lastTrouble(trouble),
  )

/** What is said of a part, or of the whole so far, in brief. */
export const sumReply = z.object({ summary: z.string().trim().min(1).max(2_000) })

/** Words that the summary of a part, or of the whole so far, may have. */
const sumWords = 100

/** Asks for one summary made of others. `what` says of what. */
export const sumPrompt = (what: string, below: readonly Memory[], trouble?: string): Prompt =>
  parts(
    system('You keep the memory of a long work. Answer with JSON alone.'),
    block('Summaries', below.map(({ name, fact: told }) => `- ${oneLine(`${name}: ${told}`)}`).join('\n')),
    block(
      'Your task',
      lines(
        `Sum up ${what} in ${sumWords} words at most, for the writers of what follows: who, where, what has changed, what is still open.`,
        'Answer with a JSON object: {"summary": "..."}',
      ),
    ),
    lastTrouble(trouble),
  )
