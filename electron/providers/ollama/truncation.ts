/**
 * A prompt and what the server says it read, in tokens. Ollama that is told so refuses a prompt that does not fit; older
 * ones, and what imitates them, drop its beginning and say nothing. The count that comes with the reply is the one sign.
 */
export type Reading = {
  /** The prompt, by a cautious guess (one token for three letters): prose is a quarter less, rare scripts a fifth more. */
  readonly guess: number
  /** The same guess for the part that no earlier prompt began with: the rest may be in a cache, and not be counted. */
  readonly fresh: number
  /** What the server counted; undefined where it says nothing. */
  readonly count: number | undefined
  /** The context that the server says it has, or else the one that was asked for. */
  readonly context: number
  /** The most that the server has been seen to take. */
  readonly proven: number
}

/** Tokens that the template of a model may add to a prompt. */
const template = 64

/** Whether the whole prompt fits for certain, so that what comes may be believed before the count does. */
export const surelyFits = ({ guess, proven }: Pick<Reading, 'guess' | 'proven'>): boolean =>
  guess * 1.25 + template <= proven

/** What is left of a prompt that was too long: a half of the context, and a few tokens of its beginning. */
const isHalf = (count: number, context: number): boolean => count >= context / 2 && count <= context / 2 + 8

/** Whether the server cut the prompt, as far as can be told: a count far too small that no cache explains. */
export const isCut = (reading: Reading): boolean => {
  const { guess, fresh, count, context } = reading
  if (surelyFits(reading)) return false
  if (count === undefined) return guess / 2 > context
  if (isHalf(count, context) && count < guess) return true
  return count < guess / 2 && (count < fresh / 2 || count > fresh * 1.25 + template)
}
