import { z } from 'zod'

const unit = z.int().positive()

/**
 * Where a constraint applies; `at`, `from`, `to` and `units` are unit numbers, counted from 1. `some` names single
 * units, rising and each once, where no rhythm does: the first Monday of every month.
 */
export const placementSchema = z.discriminatedUnion('where', [
  z.object({ where: z.literal('document') }),
  z.object({ where: z.literal('each') }),
  z.object({ where: z.literal('once'), at: unit }),
  z.object({ where: z.literal('range'), from: unit, to: unit }),
  z.object({ where: z.literal('every'), n: unit, from: unit, to: unit.optional() }),
  z.object({ where: z.literal('some'), units: z.array(unit).min(1) }),
])
export type Placement = z.infer<typeof placementSchema>

const stepping = (from: number, to: number, by: number): readonly number[] =>
  from > to ? [] : Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by)

/** The unit numbers, rising, that a placement names among units 1 to `count`. `document` names none of them. */
export const unitsOf = (placement: Placement, count: number): readonly number[] => {
  switch (placement.where) {
    case 'document':
      return []
    case 'each':
      return stepping(1, count, 1)
    case 'once':
      return placement.at <= count ? [placement.at] : []
    case 'range':
      return stepping(placement.from, Math.min(placement.to, count), 1)
    case 'every':
      return stepping(placement.from, Math.min(placement.to ?? count, count), placement.n)
    case 'some':
      return placement.units.filter((each) => each <= count)
  }
}

/** The highest unit a placement needs to exist, or 0. */
export const reach = (placement: Placement): number => {
  switch (placement.where) {
    case 'document':
    case 'each':
      return 0
    case 'once':
      return placement.at
    case 'range':
      return placement.to
    case 'every':
      return placement.to ?? placement.from
    case 'some':
      return Math.max(...placement.units)
  }
}
