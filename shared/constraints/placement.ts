import { z } from 'zod'

const unit = z.int().positive()

/** Where a constraint applies; `at`, `from` and `to` are unit numbers, counted from 1. */
export const placementSchema = z.discriminatedUnion('where', [
  z.object({ where: z.literal('document') }),
  z.object({ where: z.literal('each') }),
  z.object({ where: z.literal('once'), at: unit }),
  z.object({ where: z.literal('range'), from: unit, to: unit }),
  z.object({ where: z.literal('every'), n: unit, from: unit, to: unit.optional() }),
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
  }
}
