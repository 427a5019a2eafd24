import { asks } from './brief.ts'
import { conflictsOf } from './constraints/conflicts.ts'
import { fieldOf } from './constraints/demand.ts'
import { reach } from './constraints/placement.ts'
import { readRequirements } from './constraints/reading/read-requirements.ts'
import { stateSchemas, type Brief, type Constraint } from './records.ts'
import { fold } from './text/fold.ts'
import { hashOf } from './text/hash.ts'
import { findQuote, holds } from './text/quotes.ts'

/** What a model proposes: words of the brief, and the requirement in them as one plain sentence with its place. */
export type Proposed = { readonly quote: string; readonly says: string }

/** Proposals as constraints that wait for the writer's yes, and those left out since they go against what stands. */
export type Proposals = { readonly kept: readonly Constraint[]; readonly clashing: readonly Constraint[] }

/** The brief's own words for a quote, or null where it does not hold them. */
const ownWords = (text: string, quote: string): string | null => {
  const at = /[\p{L}\p{N}]/u.test(quote) ? findQuote(text, quote) : null
  return at && text.slice(at.from, at.to)
}

const asConstraints = ({ text, units }: Brief, { quote, says }: Proposed): readonly Constraint[] => {
  const own = ownWords(text, quote)
  if (own === null) return []
  return readRequirements(says, units ?? {})
    .requirements.filter(({ placed }) => placed)
    .map(({ demand, placement }) => {
      const asked = { demand, placement, origin: { from: 'model', quote: own }, confirmed: false } as const
      return stateSchemas.constraint.parse({ ...asked, id: `constraint:${asks(asked)}` })
    })
}

/** The numbers of a work are the writer's: how long it and each of its units is, and how many there are. */
const isOfNumbers = ({ demand, placement }: Constraint, most: number): boolean =>
  reach(placement) > most ||
  (demand.kind === 'length' && (placement.where === 'each' || placement.where === 'document'))

const isUnplaced = ({ origin, confirmed, placement }: Constraint): boolean =>
  origin.from === 'brief' && !confirmed && placement.where === 'document'

const bare = ({ origin }: Constraint): string =>
  fold(origin.quote, true).text.replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')

const isSame = (a: Constraint, b: Constraint): boolean => a.id === b.id || asks(a) === asks(b)

/** Whether a proposal adds nothing to a constraint: it stands where that does, and is of its words or says no more. */
const isIn = (standing: Constraint, fresh: Constraint): boolean =>
  !isUnplaced(standing) &&
  hashOf(standing.placement) === hashOf(fresh.placement) &&
  (bare(standing) === bare(fresh) ||
    (standing.demand.kind === fresh.demand.kind &&
      holds(fieldOf(standing.demand).text, fieldOf(fresh.demand).text)))

const conflictCount = (brief: Brief, constraints: readonly Constraint[]): number =>
  conflictsOf(brief, constraints).filter(({ level }) => level === 'conflict').length

/**
 * Reads a model's proposals for a brief of at most `most` units, beside the constraints that stand. Left out is what
 * quotes nothing of the brief, cannot be read or placed, changes how long the work is, or is there already, be it muted
 * or as the writer has mended it. No proposal makes a brief contradict itself.
 */
export const readProposals = (
  brief: Brief,
  standing: readonly Constraint[],
  most: number,
  said: readonly Proposed[],
): Proposals => {
  const [kept, clashing]: [Constraint[], Constraint[]] = [[], []]
  const before = conflictCount(brief, standing)
  for (const fresh of said.flatMap((each) => asConstraints(brief, each))) {
    const all = [...standing, ...kept]
    if (isOfNumbers(fresh, most) || [...all, ...clashing].some((each) => isSame(each, fresh))) continue
    if (standing.some((each) => isIn(each, fresh))) continue
    if (conflictCount(brief, [...all, fresh]) > before) clashing.push(fresh)
    else kept.push(fresh)
  }
  return { kept, clashing }
}
