import { unitsOf, type Placement } from '../../../shared/constraints/placement.ts'
import type { Units } from '../../../shared/records.ts'

const placed = (units: readonly number[]): Placement => {
  const [first] = units
  if (first === undefined) return { where: 'document' }
  return units.length === 1 ? { where: 'once', at: first } : { where: 'some', units: [...units] }
}

/** The cells of a grid to be chosen by hand: (x, y) from (0, 0), numbered row by row. */
export const GridPicker = ({
  grid: { width, height },
  placement,
  onChange,
}: {
  readonly grid: NonNullable<Units['grid']>
  readonly placement: Placement
  readonly onChange: (placement: Placement) => void
}) => {
  const chosen = new Set(unitsOf(placement, width * height))
  const toggle = (unit: number): void =>
    onChange(
      placed(
        [...chosen]
          .filter((each) => each !== unit)
          .concat(chosen.has(unit) ? [] : [unit])
          .toSorted((a, b) => a - b),
      ),
    )
  return (
    <div role="group" aria-label="Cells of the grid" className="max-h-60 overflow-auto">
      <div className="grid w-fit gap-px" style={{ gridTemplateColumns: `repeat(${width}, 22px)` }}>
        {Array.from({ length: width * height }, (_, i) => i + 1).map((unit) => {
          const [x, y] = [(unit - 1) % width, Math.floor((unit - 1) / width)]
          return (
            <button
              key={unit}
              type="button"
              aria-label={`Cell (${x}, ${y})`}
              aria-pressed={chosen.has(unit)}
              title={`(${x}, ${y})`}
              className="h-5.5 rounded-desk border border-edge/40 hover:bg-hover aria-pressed:border-transparent aria-pressed:bg-next"
              onClick={() => toggle(unit)}
            />
          )
        })}
      </div>
    </div>
  )
}
