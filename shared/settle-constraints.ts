import { asks } from './brief.ts'
import type { Constraint } from './records.ts'
import { findQuote } from './text/quotes.ts'

const isLength = ({ id }: Constraint): boolean => id.startsWith('constraint:length-')

/** Whether what a constraint was read from is still there: its words in the text, its line in the front matter. */
const standing = (text: string, read: readonly Constraint[]) => {
  const lines = new Set(read.filter(({ origin }) => origin.from === 'front matter').map(quoteOf))
  return (constraint: Constraint): boolean => {
    const { from, quote } = constraint.origin
    switch (from) {
      case 'hand':
        return true
      case 'front matter':
        return lines.has(quote)
      case 'brief':
      case 'model':
        return text.includes(quote) || findQuote(text, quote) !== null
      case 'plan':
        return false
    }
  }
}

const quoteOf = ({ origin }: Constraint): string => origin.quote

/** Whether it stays although nothing that is read asks it: it is not there by reading alone. */
const staysByItself = (constraint: Constraint): boolean =>
  constraint.origin.from === 'hand' || constraint.origin.from === 'model' || isDecided(constraint)

/** Whether the writer has changed it or silenced it, so that what is read anew does not take its place. */
const isDecided = ({ mended, muted }: Constraint): boolean => mended === true || muted === true

/** What is asked again: as it was left where its words still stand, else as it is read, under the name it had. */
const again = (before: Constraint, read: Constraint, stands: boolean): Constraint => {
  if (stands && (before.mended || before.origin.from === 'hand')) return before
  return {
    ...read,
    id: isLength(read) ? read.id : before.id,
    confirmed: read.confirmed || (stands && before.confirmed),
    ...(stands && before.muted && { muted: true }),
  }
}

const freeId = (id: Constraint['id'], taken: ReadonlySet<string>): Constraint['id'] => {
  for (let n = 2; ; n += 1) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
}

const underOwnNames = (constraints: readonly Constraint[]): readonly Constraint[] => {
  const taken = new Set<string>()
  return constraints.map((each) => {
    const id = taken.has(each.id) ? freeId(each.id, taken) : each.id
    taken.add(id)
    return { ...each, id }
  })
}

/**
 * The constraints of a brief that was read again, in its order. What asks the same as before keeps its name, so that
 * verdicts go on naming what they judged. What the writer mended, muted or confirmed stays as they left it while its
 * quote stands in the text; so do a model's proposals; what was added by hand stays; the rest is as it was read.
 */
export const settleConstraints = (
  before: readonly Constraint[],
  read: readonly Constraint[],
  text: string,
): readonly Constraint[] => {
  const stands = standing(text, read)
  const byAsking = Map.groupBy(before, asks)
  const same = read.map((each) => byAsking.get(asks(each))?.shift())
  const restated = new Set(same.filter((each, i) => each && quoteOf(each) === read[i]?.origin.quote))
  const decided = before.filter((each) => isDecided(each) && stands(each) && !restated.has(each))
  const settled = read.map((each, i) => {
    const known = same[i]
    if (known) return again(known, each, stands(known))
    // A clause that was mended or muted does not come back beside what was made of it.
    const at = decided.findIndex((one) => quoteOf(one) === quoteOf(each))
    return decided.splice(at, at < 0 ? 0 : 1)[0] ?? each
  })
  const met = new Set([...same, ...settled])
  const kept = before.filter((each) => !met.has(each) && staysByItself(each) && stands(each))
  return underOwnNames([...new Set([...settled, ...kept])])
}
