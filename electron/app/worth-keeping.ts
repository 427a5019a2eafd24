import type { Draft } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'

/** Milliseconds of writing after which the text as it was is kept. */
const sitting = 10 * 60_000
/** The same before the first word goes that was there. */
const breath = 60_000
/** A text that loses more than this share of its words at once is kept as it was. */
const cut = 0.2

/**
 * Whether the writer's own text is kept in the history before they write over it. `keptAt` (ms) says when that was done
 * last, or when the text was begun; undefined where it is from an earlier day.
 */
export const isWorthKeeping = (
  before: Draft,
  text: string,
  at: number,
  keptAt: number | undefined,
): boolean => {
  if (text === before.text || before.text.trim() === '') return false
  if (keptAt === undefined || at - keptAt >= sitting) return true
  const [was, is] = [countWords(before.text), countWords(text)]
  return is < was * (1 - cut) || (is < was && at - keptAt >= breath)
}
