import type { Placement } from '../../../shared/constraints/placement.ts'

const listed = (units: readonly number[]): string =>
  units.length > 6 ? `${units.slice(0, 5).join(', ')} … ${units.at(-1)} (${units.length})` : units.join(', ')

/** Where a constraint applies, in a few words; `label` is what one unit is called. */
export const placementWords = (placement: Placement, label: string): string => {
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
