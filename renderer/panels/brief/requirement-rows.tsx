import { useState } from 'react'
import type { Placement } from '../../../shared/constraints/placement.ts'
import type { Constraint } from '../../../shared/records.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, TextInput } from '../../ui/field.tsx'
import { PlacementFields } from './placement-fields.tsx'

type Demand = Constraint['demand']
type Asked = Exclude<Demand, { readonly kind: 'length' }>

const kinds = [
  { kind: 'mentions', name: 'Say' },
  { kind: 'avoids', name: 'Avoid' },
  { kind: 'rule', name: 'Rule' },
] as const satisfies readonly { readonly kind: Asked['kind']; readonly name: string }[]

const textOf = (demand: Demand): string => (demand.kind === 'length' ? '' : demand.params.text)

/** A requirement that says nothing yet. */
const emptyRequirement = (): Constraint => ({
  id: `constraint:${crypto.randomUUID().slice(0, 8)}`,
  demand: { kind: 'mentions', params: { text: '' } },
  placement: { where: 'document' } satisfies Placement,
  origin: { from: 'hand', quote: '' },
  confirmed: true,
})

const Row = ({
  row,
  number,
  isNew,
  onChange,
  onRemove,
}: {
  readonly row: Constraint
  readonly number: number
  /** Added by hand just now: the writer goes on in it. */
  readonly isNew: boolean
  readonly onChange: (row: Constraint) => void
  readonly onRemove: () => void
}) => (
  <li className="flex flex-col gap-1 border-b py-2">
    <div className="flex gap-1">
      <Choice
        aria-label={`Kind of requirement ${number}`}
        className="w-22!"
        value={row.demand.kind}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each.kind === target.value)?.kind ?? 'mentions'
          onChange({ ...row, demand: { kind, params: { text: textOf(row.demand) } } })
        }}
      >
        {kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Choice>
      <TextInput
        aria-label={`Words of requirement ${number}`}
        className="flex-1"
        autoFocus={isNew}
        placeholder={row.demand.kind === 'rule' ? 'What a reader can judge' : 'These very words'}
        value={textOf(row.demand)}
        onChange={({ target }) => {
          if (row.demand.kind !== 'length') {
            onChange({ ...row, demand: { kind: row.demand.kind, params: { text: target.value } } })
          }
        }}
      />
      <Button kind="quiet" className="h-8!" aria-label={`Remove requirement ${number}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
    <PlacementFields
      number={number}
      placement={row.placement}
      onChange={(placement) => onChange({ ...row, placement })}
    />
  </li>
)

/** The requirements that code or a reader will check, one a row. */
export const RequirementRows = ({
  rows,
  onRows,
}: {
  readonly rows: readonly Constraint[]
  readonly onRows: (rows: readonly Constraint[]) => void
}) => {
  const [added, setAdded] = useState<Constraint['id'] | null>(null)
  const add = (): void => {
    const row = emptyRequirement()
    setAdded(row.id)
    onRows([...rows, row])
  }
  return (
    <section aria-label="Requirements" className="flex flex-col">
      <h3 className="font-medium">Requirements</h3>
      <p className="text-small text-quiet">
        What every draft is checked against. Rules are judged by the reviewer.
      </p>
      <ul className="flex flex-col">
        {rows.map((row, i) => (
          <Row
            // Saved, a requirement gets another id; whoever types in it goes on typing.
            key={`row ${i + 1}`}
            row={row}
            number={i + 1}
            isNew={row.id === added}
            onChange={(changed) => onRows(rows.with(i, changed))}
            onRemove={() => onRows(rows.toSpliced(i, 1))}
          />
        ))}
      </ul>
      <Button className="mt-2 self-start" onClick={add}>
        Add a requirement
      </Button>
    </section>
  )
}
