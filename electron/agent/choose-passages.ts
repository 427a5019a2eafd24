import type { Passage } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'

/** How much the first places of a ranking weigh against later ones (Cormack, Clarke and Büttcher, 2009). */
const rankConstant = 60

/** Several rankings of the same things as one, by reciprocal rank fusion; of equals the one first met comes first. */
export const fused = <Thing>(rankings: readonly (readonly Thing[])[]): readonly Thing[] => {
  const scores = new Map<Thing, number>()
  for (const ranking of rankings)
    for (const [i, thing] of ranking.entries())
      scores.set(thing, (scores.get(thing) ?? 0) + 1 / (rankConstant + i + 1))
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([thing]) => thing)
}

/** The best first, the second best last, and so inwards: models read the ends of a list better than its middle. */
export const bestAtEnds = <Thing>(ranked: readonly Thing[]): readonly Thing[] => [
  ...ranked.filter((_, i) => i % 2 === 0),
  ...ranked.filter((_, i) => i % 2 === 1).toReversed(),
]

/** Tokens around a passage: its key, its heading, its marks. */
const around = 30

/** The best passages that fit into so many tokens, still in their order; one that does not fit lets others in. */
export const fitting = (ranked: readonly Passage[], room: number): readonly Passage[] => {
  let left = room
  return ranked.filter(({ text, heading }) => {
    const tokens = guessTokens(text) + guessTokens(heading) + around
    if (tokens > left) return false
    left -= tokens
    return true
  })
}
