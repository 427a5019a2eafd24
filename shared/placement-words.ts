import { unitsOf, type Placement } from './constraints/placement.ts'
import type { Units } from './records.ts'

const listed = (names: readonly (string | number)[]): string =>
  names.length > 6 ? `${names.slice(0, 5).join(', ')} … ${names.at(-1)} (${names.length})` : names.join(', ')

const unitWords = (placement: Placement, label: string): string => {
  switch (placement.where) {
    case 'document':
      return 'the whole'
    case 'each':
      return `every ${label}`
    case 'once':
      return `${label} ${placement.at}`
    case 'range':
      return `${label} ${placement.from} to ${placement.to}`
    case 'every': {
      const { n, from, to } = placement
      return `${label} ${from}, then every ${n}${to === undefined ? '' : ` to ${to}`}`
    }
    case 'some':
      return `${label} ${listed(placement.units)}`
  }
}

/** The cells of a grid that a placement names, numbered row by row. */
const cells = (placement: Placement, { grid }: Units): readonly string[] =>
  grid === undefined || placement.where === 'each'
    ? []
    : unitsOf(placement, grid.width * grid.height).map(
        (unit) => `(${(unit - 1) % grid.width}, ${Math.floor((unit - 1) / grid.width)})`,
      )

/** Where a constraint applies, in a few words; on a grid by its cells, so that nobody need guess the axis. */
export const placementWords = (placement: Placement, units: Units | undefined): string => {
  const label = (units?.label ?? 'section').toLowerCase()
  const named = units ? cells(placement, units) : []
  return named.length > 0 ? `${label} ${listed(named)}` : unitWords(placement, label)
}
