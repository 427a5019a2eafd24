import { z } from 'zod'
import { longestEntry } from '../../shared/plan-entry.ts'
import type { ReadPart } from '../../shared/questions/learning.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, lastTrouble, lines, parts, quoted, system, type Prompt } from './context.ts'

/** What a planner answers about the parts of a text: one entry a part. */
export const learnReply = z.array(
  z.object({
    n: z.int().positive(),
    entry: z.string().transform(oneLine).pipe(z.string().min(1).max(4_000)),
  }),
)

/** Letters of a part that are shown: how it begins and how it ends. */
const shown = { beginning: 900, end: 300 } as const

const excerpt = (text: string): string => {
  const letters = Array.from(text.trim())
  if (letters.length <= shown.beginning + shown.end) return letters.join('')
  return `${letters.slice(0, shown.beginning).join('')}\n[…]\n${letters.slice(-shown.end).join('')}`
}

/** Asks the planner for the plan that a text follows: what each of its parts does. Parts are numbered from 1. */
export const learnPrompt = (read: readonly ReadPart[], trouble?: string): Prompt =>
  parts(
    system('You read a work to find the plan behind it. Answer with JSON alone.'),
    block(
      'Its parts',
      read
        .map(({ title, text }, i) => `${i + 1}. ${oneLine(title) || 'Untitled'}\n${quoted(excerpt(text))}`)
        .join('\n'),
    ),
    block(
      'Your task',
      lines(
        `Say of each part what it does in the work, as its plan would: ${longestEntry} words at most, in the language of the text.`,
        'Answer with a JSON array, one object a part: [{"n": 1, "entry": "..."}]',
      ),
    ),
    lastTrouble(trouble),
  )
