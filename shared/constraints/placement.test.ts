import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placementSchema, unitsOf, type Placement } from './placement.ts'

test.each<[Placement, number, readonly number[]]>([
  [{ where: 'document' }, 5, []],
  [{ where: 'each' }, 3, [1, 2, 3]],
  [{ where: 'once', at: 3 }, 3, [3]],
  [{ where: 'once', at: 4 }, 3, []],
  [{ where: 'range', from: 2, to: 4 }, 9, [2, 3, 4]],
  [{ where: 'range', from: 8, to: 12 }, 9, [8, 9]],
  [{ where: 'every', n: 5, from: 13 }, 30, [13, 18, 23, 28]],
  [{ where: 'every', n: 5, from: 13, to: 23 }, 30, [13, 18, 23]],
  [{ where: 'every', n: 2, from: 9 }, 8, []],
])('%j of %i units', (placement, count, units) => {
  expect(unitsOf(placement, count)).toEqual(units)
})

const unit = fc.integer({ min: 1, max: 60 })
const placements: fc.Arbitrary<Placement> = fc.oneof(
  fc.constant<Placement>({ where: 'each' }),
  unit.map((at): Placement => ({ where: 'once', at })),
  fc.tuple(unit, unit).map(([from, to]): Placement => ({ where: 'range', from, to })),
  fc
    .tuple(unit, unit, fc.option(unit))
    .map(([n, from, to]): Placement => ({ where: 'every', n, from, ...(to && { to }) })),
)

test('units rise, exist, are those a reader would count one by one', () => {
  const named = (placement: Placement, at: number): boolean => {
    if (placement.where === 'once') return at === placement.at
    if (placement.where === 'range') return at >= placement.from && at <= placement.to
    if (placement.where !== 'every') return true
    return (
      at >= placement.from && (at - placement.from) % placement.n === 0 && at <= (placement.to ?? Infinity)
    )
  }
  fc.assert(
    fc.property(placements, fc.integer({ min: 0, max: 80 }), (placement, count) => {
      const all = Array.from({ length: count }, (_, i) => i + 1)
      expect(unitsOf(placement, count)).toEqual(all.filter((at) => named(placement, at)))
      expect(placementSchema.parse(placement)).toEqual(placement)
    }),
  )
})
