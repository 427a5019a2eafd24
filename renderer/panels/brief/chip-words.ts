import { fieldOf } from '../../../shared/constraints/demand.ts'
import { placementPhrase } from '../../../shared/constraints/reading/placement-phrase.ts'
import { placementWords } from '../../../shared/placement-words.ts'
import type { Constraint, Units } from '../../../shared/records.ts'

/** Where a requirement applies; on a grid by its cells, so that nobody need guess the axis. */
export const whereWords = ({ placement }: Constraint, units: Units | null | undefined): string =>
  units?.grid ? placementWords(placement, units) : placementPhrase(placement, units ?? {})

/** How a requirement is checked, for the writer. */
export const checkedWords = ({ demand }: Constraint): string =>
  demand.kind === 'rule' ? 'judged by the reviewer' : 'checked by code'

/** Whether a requirement waits for the writer to say where it belongs. */
export const isUnplaced = ({ confirmed, placement, origin, muted }: Constraint): boolean =>
  !confirmed && !muted && placement.where === 'document' && origin.from === 'brief'

/** Whether a model proposes a requirement and the writer has not said yes. */
export const isProposed = ({ confirmed, origin }: Constraint): boolean =>
  !confirmed && origin.from === 'model'

/** What a requirement asks, in short. */
export const whatOf = ({ demand }: Constraint): string => fieldOf(demand).text

const range = ({
  min,
  max,
}: {
  readonly min?: number | undefined
  readonly max?: number | undefined
}): string => {
  if (min !== undefined && max !== undefined) return min === max ? `${min}` : `${min} to ${max}`
  return min === undefined ? `at most ${max}` : `at least ${min}`
}

/** What the work is made of, as it was understood: "26 weeks from 2018-01-01, 120 to 160 words each". */
export const unitsWords = ({ label, count, from, words, grid }: Units): string => {
  const name = label.toLowerCase()
  const what = count === undefined ? `${name} by ${name}` : `${count} ${name}${count === 1 ? '' : 's'}`
  return [
    `${what}${from ? ` from ${from}` : ''}${grid ? ` in a grid of ${grid.width} by ${grid.height}` : ''}`,
    ...(words && (words.min ?? words.max) !== undefined ? [`${range(words)} words each`] : []),
  ].join(', ')
}
