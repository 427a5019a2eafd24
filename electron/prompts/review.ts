import { z } from 'zod'
import { verdicts } from '../../shared/constraints/kind.ts'
import type { Memory, Section } from '../../shared/records.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, lastTrouble, lines, parts, quoted, system, type Prompt } from './context.ts'

/** What a reviewer answers: one verdict a point, with the words of the text that it rests on. */
export const reviewReply = z.array(
  z.object({
    point: z.int().positive(),
    verdict: z.enum(verdicts),
    quote: z.string().default(''),
    advice: z.string().default(''),
  }),
)
export type ReviewReply = z.infer<typeof reviewReply>

/** The point that is put to every reviewer: whether a section does what was planned. */
export const entryPoint = ({ title, intent }: Section): string =>
  `It does what was planned: ${oneLine(intent || title)}`

/** Letters of a claim that its point repeats: enough to find it by. */
const shownClaim = 160

/** The point that is put where a text claims what only a source can bear out. */
export const claimPoint = (claims: readonly string[]): string =>
  `None of these needs a source that it does not name: ${claims.map((claim) => `“${oneLine(claim).slice(0, shownClaim)}”`).join(' ')}`

/** The point that is put where a text names things of which something is known. */
export const memoryPoint = (known: readonly Memory[]): string =>
  `It contradicts none of these: ${known.map(({ name, fact }) => `“${oneLine(`${name}: ${fact}`)}”`).join(' ')}`

/** Asks the reviewer about one section, all `points` in one call; points are numbered from 1. */
export const reviewPrompt = (
  section: Section,
  text: string,
  points: readonly string[],
  trouble?: string,
): Prompt =>
  parts(
    system('You judge one section of a long work. Answer with JSON alone.'),
    block(`The section "${section.title}"`, quoted(text)),
    block('Points to judge', points.map((point, i) => `${i + 1}. ${point}`).join('\n')),
    block(
      'Your task',
      lines(
        'Judge each point by the text alone: it is "kept", "broken" or "unsure". Answer with a JSON array, one object a point:',
        '[{"point": 1, "verdict": "kept", "quote": "words of the text that show it, letter for letter", "advice": "what would mend it"}]',
      ),
    ),
    lastTrouble(trouble),
  )
