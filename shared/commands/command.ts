import { z } from 'zod'

/**
 * How long the text of a command may be: words; a share of the words that it is about; or, for a whole section, what
 * the plan gives it (±10 %), and for a selection such a share.
 */
const lengthOf = (words: z.ZodType<number>, times: z.ZodType<number>) =>
  z.discriminatedUnion('by', [
    z.object({ by: z.literal('words'), min: words, max: words }),
    z.object({ by: z.literal('share'), min: times, max: times }),
    z.object({ by: z.literal('plan'), min: times, max: times }),
  ])

/** The most words that a command may ask for, and the most times the words that it is about. */
const [mostWords, mostTimes] = [20_000, 20]

const length = lengthOf(z.int().positive().max(mostWords), z.number().positive().max(mostTimes))
export type CommandLength = z.infer<typeof length>

/**
 * Something the writer model can be told to do with a part of a text. `instruction` may name variables (`{note}`);
 * `asks` is the question that the note answers, for commands that want one. `where` the result goes: in the place of
 * what it was given, behind it, or in the place of the whole section whatever is selected.
 */
export const commandSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9:-]{0,60}$/u),
  name: z.string().trim().min(1).max(60),
  about: z.string().trim().max(200),
  needs: z.enum(['selection', 'section', 'either']),
  where: z.enum(['replace', 'after', 'whole']),
  instruction: z.string().trim().min(1).max(2_000),
  length: length.nullable(),
  asks: z.string().trim().min(1).max(120).optional(),
})
export type Command = z.infer<typeof commandSchema>

const atMost = (most: number) =>
  z
    .number()
    .positive()
    .transform((value) => Math.min(most, value))

/** A command as it was kept, maybe before there were limits to its length: what lies beyond them is taken as the limit. */
export const keptCommandSchema = commandSchema.extend({
  length: lengthOf(z.int().pipe(atMost(mostWords)), atMost(mostTimes)).nullable(),
})

/** Words over which a share is not held to the word: a fifth of twelve words is no text. */
const leastRoom = 12

/** The words that a command's text may have. `given`: the words it is about; `planned`: those of a whole section's plan entry. */
export const commandWords = (
  rule: CommandLength | null,
  given: number,
  planned: number | null,
): { readonly min: number; readonly max: number } | null => {
  if (rule === null) return null
  if (rule.by === 'words') return { min: rule.min, max: rule.max }
  if (rule.by === 'plan' && planned !== null)
    return { min: Math.ceil(planned * 0.9), max: Math.floor(planned * 1.1) }
  const max = Math.max(leastRoom, Math.ceil(given * rule.max))
  return { min: Math.min(max, Math.max(1, Math.floor(given * rule.min))), max }
}
