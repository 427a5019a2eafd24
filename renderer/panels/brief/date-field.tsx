import { useId } from 'react'
import {
  dayNumber,
  firstDay,
  isoOf,
  unitOfDay,
  type Calendar,
} from '../../../shared/constraints/reading/calendar.ts'
import type { Placement } from '../../../shared/constraints/placement.ts'
import type { Units } from '../../../shared/records.ts'
import { TextInput } from '../../ui/field.tsx'

const dayOf = (iso: string): number | null => {
  const [y, m, d] = iso.split('-').map(Number)
  return y && m && d ? dayNumber(y, m, d) : null
}

/** A day of the work's calendar in place of the number of its unit. */
export const DateField = ({
  from,
  span,
  placement,
  onChange,
}: {
  readonly from: string
  readonly span: NonNullable<Units['span']>
  readonly placement: Placement
  readonly onChange: (placement: Placement) => void
}) => {
  const id = useId()
  const start = dayOf(from)
  if (start === null) return null
  const calendar: Calendar = { from: start, span, count: 10_000, sure: true }
  const shown = placement.where === 'once' ? isoOf(firstDay(calendar, placement.at)) : null
  return (
    <div className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-quiet">
        or on the day
      </label>
      <TextInput
        id={id}
        type="date"
        className="w-38!"
        min={from}
        value={shown ?? ''}
        onChange={({ target }) => {
          const day = dayOf(target.value)
          const at = day === null ? 0 : unitOfDay(calendar, day)
          if (at > 0) onChange({ where: 'once', at })
        }}
      />
    </div>
  )
}
