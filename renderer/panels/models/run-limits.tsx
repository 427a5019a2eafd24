import type { RunChoice } from '../../stores/model-store.ts'
import { AmountInput, Field, NumberInput } from '../../ui/field.tsx'

/** How far a run may go. */
export type Limits = Pick<RunChoice, 'cap' | 'money' | 'minutes' | 'lanes'>

const none = (n: number | null): number | null => (n === 0 ? null : n)

const fields = [
  { key: 'cap', label: 'Cap in tokens', Input: NumberInput },
  { key: 'money', label: 'Cap in US dollars', Input: AmountInput },
  { key: 'minutes', label: 'Cap in minutes', Input: NumberInput },
  { key: 'lanes', label: 'Sections at once', Input: NumberInput },
] as const

const hints: Readonly<Record<(typeof fields)[number]['key'], string>> = {
  cap: 'The run pauses before it would cost the project more. Empty: no cap.',
  money: 'The same in money, where the price of the model is known.',
  minutes: 'After these the run pauses; what is under way has another minute to end.',
  lanes: 'Empty: as many as the model serves.',
}

/** What a run may cost, and how many sections it writes at once. Counts from the next start. */
export const RunLimits = ({
  limits,
  onLimits,
}: {
  readonly limits: Limits
  readonly onLimits: (limits: Limits) => void
}) => (
  <div className="grid grid-cols-2 gap-4 border-t pt-4">
    {fields.map(({ key, label, Input }) => (
      <Field key={key} label={label} hint={hints[key]}>
        {(ids) => (
          <Input {...ids} value={limits[key]} onNumber={(n) => onLimits({ ...limits, [key]: none(n) })} />
        )}
      </Field>
    ))}
  </div>
)
