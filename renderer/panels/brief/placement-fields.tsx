import { useState } from 'react'
import type { Placement } from '../../../shared/constraints/placement.ts'
import { Choice, NumberInput, TextInput } from '../../ui/field.tsx'

const places = [
  { where: 'document', name: 'in the whole work' },
  { where: 'each', name: 'in each unit' },
  { where: 'once', name: 'in unit' },
  { where: 'range', name: 'from unit' },
  { where: 'every', name: 'every' },
  { where: 'some', name: 'in units' },
] as const satisfies readonly { readonly where: Placement['where']; readonly name: string }[]

const started = (where: Placement['where']): Placement => {
  switch (where) {
    case 'document':
    case 'each':
      return { where }
    case 'once':
      return { where, at: 1 }
    case 'range':
      return { where, from: 1, to: 2 }
    case 'every':
      return { where, n: 2, from: 1 }
    case 'some':
      return { where, units: [1] }
  }
}

const Unit = ({
  label,
  value,
  onValue,
}: {
  readonly label: string
  readonly value: number | null
  readonly onValue: (value: number | null) => void
}) => (
  <NumberInput aria-label={label} className="w-12! px-1.5! text-center" value={value} onNumber={onValue} />
)

type Change = (placement: Placement) => void

type Numbered<Where extends Placement['where']> = {
  readonly placement: Extract<Placement, { readonly where: Where }>
  readonly of: string
  readonly onChange: Change
}

const Range = ({ placement, of, onChange }: Numbered<'range'>) => {
  const { from, to } = placement
  return (
    <>
      <Unit
        label={`First unit ${of}`}
        value={from}
        onValue={(n) => onChange({ ...placement, from: n || 1, to: Math.max(n || 1, to) })}
      />
      <span className="text-quiet">to</span>
      <Unit label={`Last unit ${of}`} value={to} onValue={(n) => onChange({ ...placement, to: n || from })} />
    </>
  )
}

const Every = ({ placement, of, onChange }: Numbered<'every'>) => {
  const { where, n, from, to } = placement
  return (
    <>
      <Unit label={`Step ${of}`} value={n} onValue={(step) => onChange({ ...placement, n: step || 1 })} />
      <span className="text-quiet">units from</span>
      <Unit
        label={`First unit ${of}`}
        value={from}
        onValue={(at) => onChange({ ...placement, from: at || 1 })}
      />
      <span className="text-quiet">to</span>
      <Unit
        label={`Last unit ${of}`}
        value={to ?? null}
        onValue={(at) => onChange({ where, n, from, ...(at && { to: at }) })}
      />
    </>
  )
}

const Some = ({ placement, of, onChange }: Numbered<'some'>) => {
  const [text, setText] = useState(placement.units.join(', '))
  return (
    <TextInput
      aria-label={`Units ${of}`}
      className="w-38!"
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        const units = [...new Set(target.value.match(/\d{1,5}/gu)?.map(Number) ?? [])].filter((n) => n > 0)
        if (units.length > 0) onChange({ where: 'some', units: units.toSorted((a, b) => a - b) })
      }}
    />
  )
}

const Numbers = ({
  placement,
  of,
  onChange,
}: {
  readonly placement: Placement
  readonly of: string
  readonly onChange: Change
}) => {
  switch (placement.where) {
    case 'document':
    case 'each':
      return null
    case 'once':
      return (
        <Unit
          label={`Unit ${of}`}
          value={placement.at}
          onValue={(at) => onChange({ ...placement, at: at || 1 })}
        />
      )
    case 'range':
      return <Range placement={placement} of={of} onChange={onChange} />
    case 'every':
      return <Every placement={placement} of={of} onChange={onChange} />
    case 'some':
      return <Some placement={placement} of={of} onChange={onChange} />
  }
}

/** Where a requirement applies. */
export const PlacementFields = ({
  placement,
  of,
  onChange,
}: {
  readonly placement: Placement
  /** Whose place it is, for the names of the fields: `of requirement 2`. */
  readonly of: string
  readonly onChange: Change
}) => (
  <div className="flex flex-wrap items-center gap-1.5">
    <Choice
      aria-label={`Place ${of}`}
      className="w-38!"
      value={placement.where}
      onChange={({ target }) => {
        const place = places.find(({ where }) => where === target.value)
        if (place) onChange(started(place.where))
      }}
    >
      {places.map(({ where, name }) => (
        <option key={where} value={where}>
          {name}
        </option>
      ))}
    </Choice>
    <Numbers placement={placement} of={of} onChange={onChange} />
  </div>
)
