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

/** Or all that the context holds. A prompt that came so near by itself would leave no room for a reply. */
const isFull = (count: number, context: number): boolean => count >= context - template && count <= context

/** The fewest and the most tokens that a guess of one may stand for. */
const fewest = 0.65
const most = 1.2

/**
 * Whether the server cut the prompt, as far as can be told: a count that is just what a cut leaves, or one far too small
 * that no cache explains. As long as each guessed token stands for 0.65 to 1.2 real ones, no prompt is called cut that
 * was read whole with 64 tokens to spare, and none is missed that was cut to a half or the whole of `context`.
 */
export const isCut = (reading: Reading): boolean => {
  const { guess, fresh, count, context, proven } = reading
  if (surelyFits(reading)) return false
  // Where the context is only what was asked for, the server may have a larger one.
  if (count === undefined) return guess * (proven >= context ? fewest : 0.5) > context
  if (guess * most > context && (isHalf(count, context) || isFull(count, context))) return true
  return count < guess / 2 && (count < fresh / 2 || count > fresh * 1.25 + template)
}
