import { useEffect, useRef, useState } from 'react'
import { constraintKinds } from '../../../shared/constraints/index.ts'
import { demandOf, fieldOf, type Demand } from '../../../shared/constraints/demand.ts'
import type { Placement } from '../../../shared/constraints/placement.ts'
import type { Constraint, Units } from '../../../shared/records.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, NumberInput, TextInput } from '../../ui/field.tsx'
import { DateField } from './date-field.tsx'
import { GridPicker } from './grid-picker.tsx'
import { PlacementFields } from './placement-fields.tsx'

const wordings = constraintKinds.flatMap((kind) => kind.wordings.map(({ field, lead }) => ({ field, lead })))

type Numbers = { readonly min: number | null; readonly max: number | null }

const lengthText = ({ min, max }: Numbers): string => {
  if (min !== null && max !== null) return `${min} to ${max} words`
  return min === null ? `at most ${max ?? ''} words` : `at least ${min} words`
}

const LengthFields = ({
  text,
  onText,
}: {
  readonly text: string
  readonly onText: (text: string) => void
}) => {
  const demand = demandOf('length', text)
  const { min, max } = demand?.kind === 'length' ? demand.params : {}
  const numbers: Numbers = { min: min ?? null, max: max ?? null }
  return (
    <div className="flex items-center gap-1.5">
      <span className="text-quiet">from</span>
      <NumberInput
        aria-label="Words from"
        className="w-16!"
        value={numbers.min}
        onNumber={(n) => onText(lengthText({ ...numbers, min: n }))}
      />
      <span className="text-quiet">to</span>
      <NumberInput
        aria-label="Words to"
        className="w-16!"
        value={numbers.max}
        onNumber={(n) => onText(lengthText({ ...numbers, max: n }))}
      />
      <span className="text-quiet">words</span>
    </div>
  )
}

const What = ({
  field,
  text,
  onField,
  onText,
}: {
  readonly field: string
  readonly text: string
  readonly onField: (field: string) => void
  readonly onText: (text: string) => void
}) => (
  <div className="flex flex-wrap items-center gap-1.5">
    <Choice
      aria-label="Kind"
      className="w-32!"
      value={field}
      onChange={({ target }) => onField(target.value)}
    >
      {wordings.map((each) => (
        <option key={each.field} value={each.field}>
          {each.lead}
        </option>
      ))}
    </Choice>
    {field === 'length' ? (
      <LengthFields text={text} onText={onText} />
    ) : (
      <TextInput
        aria-label="What is asked"
        autoFocus
        className="min-w-32 flex-1 basis-40"
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
    )}
  </div>
)

const Where = ({
  placement,
  units,
  onChange,
}: {
  readonly placement: Placement
  readonly units: Units | null
  readonly onChange: (placement: Placement) => void
}) => (
  <>
    <PlacementFields
      key={placement.where}
      placement={placement}
      of="of this requirement"
      onChange={onChange}
    />
    {units?.from && units.span && (
      <DateField from={units.from} span={units.span} placement={placement} onChange={onChange} />
    )}
    {units?.grid && <GridPicker grid={units.grid} placement={placement} onChange={onChange} />}
  </>
)

/** Corrects a requirement: its kind, its numbers or words, and where it applies. `onDone` hears null where it stays. */
export const ChipForm = ({
  constraint,
  units,
  onDone,
}: {
  readonly constraint: Constraint
  readonly units: Units | null
  readonly onDone: (changed: Constraint | null) => void
}) => {
  const [{ field, text }, setWhat] = useState(() => fieldOf(constraint.demand))
  const [placement, setPlacement] = useState(constraint.placement)
  const demand: Demand | null = text.trim() === '' ? null : demandOf(field, text)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      aria-label="Change this requirement"
      className="flex flex-col gap-2 py-1"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (demand) onDone({ ...constraint, demand, placement, confirmed: true, mended: true })
      }}
    >
      <What
        field={field}
        text={text}
        onField={(chosen) => setWhat({ field: chosen, text })}
        onText={(typed) => setWhat({ field, text: typed })}
      />
      <Where placement={placement} units={units} onChange={setPlacement} />
      {!demand && (
        <p role="status" className="text-small text-broken">
          This is not understood yet.
        </p>
      )}
      <div className="flex gap-1">
        <Button type="submit" disabled={!demand}>
          Keep this
        </Button>
        <Button kind="quiet" onClick={() => onDone(null)}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
