import { z } from 'zod'
import { oneLine } from '../../shared/text/one-line.ts'
import { block, lastTrouble, lines, parts, quoted, system, type Prompt } from './context.ts'

/** What a reviewer answers about joins: those that read badly need advice. */
export const joinReply = z.array(
  z.object({
    join: z.int().positive(),
    reads: z.enum(['well', 'badly']),
    advice: z.string().default(''),
  }),
)
export type JoinReply = z.infer<typeof joinReply>

const reviewer = system('You review how the sections of a long work join. Answer with JSON alone.')

/** Two neighbours at their join: the end of one text and the beginning of the next. */
export type JoinShown = {
  readonly left: string
  readonly right: string
  readonly ending: string
  readonly beginning: string
}

const shown = ({ left, right, ending, beginning }: JoinShown, i: number): string =>
  lines(`${i + 1}. "${left}" ends:`, quoted(ending), `and "${right}" begins:`, quoted(beginning))

/** Asks whether neighbouring sections join well, several joins in one call. */
export const joinPrompt = (joins: readonly JoinShown[], trouble?: string): Prompt =>
  parts(
    reviewer,
    block('Joins', joins.map(shown).join('\n')),
    block(
      'Your task',
      lines(
        'A join reads badly when it repeats, jumps without reason, or contradicts.',
        'Answer with a JSON array: [{"join": 1, "reads": "well", "advice": ""}]',
        '"reads" is "well" or "badly"; where it is "badly", say in "advice" how the second is to begin instead.',
      ),
    ),
    lastTrouble(trouble),
  )

/** What a reviewer answers about places that may tell the same. */
export const pairReply = z.array(
  z.object({
    pair: z.int().positive(),
    repeats: z.boolean(),
    advice: z.string().default(''),
  }),
)

/** What two sections say, by their titles. */
export type PairShown = {
  readonly first: { readonly title: string; readonly quote: string }
  readonly second: { readonly title: string; readonly quote: string }
}

const pairLines = ({ first, second }: PairShown, i: number): string =>
  first.quote === second.quote
    ? lines(`${i + 1}. "${first.title}" and "${second.title}" both say:`, quoted(first.quote))
    : lines(
        `${i + 1}. "${first.title}" says:`,
        quoted(first.quote),
        `and "${second.title}" says:`,
        quoted(second.quote),
      )

/** Asks which of several pairs of places tell a reader the same twice. */
export const pairsPrompt = (pairs: readonly PairShown[], trouble?: string): Prompt =>
  parts(
    reviewer,
    block('Pairs', pairs.map(pairLines).join('\n')),
    block(
      'Your task',
      lines(
        'Which pairs tell a reader the same thing twice without need? A set phrase or a motif that comes back on purpose is no repetition.',
        'Answer with a JSON array: [{"pair": 1, "repeats": false, "advice": ""}]',
        'Where a pair repeats, say in "advice" what the second may leave out.',
      ),
    ),
    lastTrouble(trouble),
  )

/** What a reviewer answers about statements that may contradict each other. */
export const statementReply = z.array(
  z.object({
    pair: z.int().positive(),
    contradict: z.boolean(),
    advice: z.string().default(''),
  }),
)

/** Asks which statements of two sections cannot both be true; each is a sentence that says what either says. */
export const statementsPrompt = (statements: readonly string[], trouble?: string): Prompt =>
  parts(
    reviewer,
    block('Statements', statements.map((said, i) => `${i + 1}. ${oneLine(said)}`).join('\n')),
    block(
      'Your task',
      lines(
        'Where does one section contradict the other, so that both cannot be true in one work? What changes as time goes by is no contradiction.',
        'Answer with a JSON array: [{"pair": 1, "contradict": false, "advice": ""}]',
        'Where they contradict, say in "advice" how the first named is to read.',
      ),
    ),
    lastTrouble(trouble),
  )
