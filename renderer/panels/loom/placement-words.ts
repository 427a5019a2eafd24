import type { Placement } from '../../../shared/constraints/placement.ts'

/** Where a requirement applies, in words for the screen. `label` names a unit: chapter, week. */
export const placementWords = (placement: Placement, label: string): string => {
  const unit = label.toLowerCase()
  switch (placement.where) {
    case 'document':
      return 'in the whole work'
    case 'each':
      return `in every ${unit}`
    case 'once':
      return `in ${unit} ${placement.at}`
    case 'range':
      return `in ${unit}s ${placement.from} to ${placement.to}`
    case 'every': {
      const { n, from, to } = placement
      return `every ${n} ${unit}s from ${from}${to === undefined ? '' : ` to ${to}`}`
    }
    case 'some':
      return `in ${unit}s ${placement.units.join(', ')}`
  }
}
