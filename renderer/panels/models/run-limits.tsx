import type { RunChoice } from '../../stores/model-store.ts'
import { Field, NumberInput } from '../../ui/field.tsx'

/** How far a run may go. */
export type Limits = Pick<RunChoice, 'cap' | 'lanes'>

const none = (n: number | null): number | null => (n === 0 ? null : n)

/** What a run may cost, and how many sections it writes at once. Counts from the next start. */
export const RunLimits = ({
  limits,
  onLimits,
}: {
  readonly limits: Limits
  readonly onLimits: (limits: Limits) => void
}) => (
  <div className="grid grid-cols-2 gap-4 border-t pt-4">
    <Field label="Cap in tokens" hint="The run stops before it would cost the project more. Empty: no cap.">
      {(ids) => (
        <NumberInput {...ids} value={limits.cap} onNumber={(n) => onLimits({ ...limits, cap: none(n) })} />
      )}
    </Field>
    <Field label="Sections at once" hint="Empty: as many as the model serves.">
      {(ids) => (
        <NumberInput
          {...ids}
          value={limits.lanes}
          onNumber={(n) => onLimits({ ...limits, lanes: none(n) })}
        />
      )}
    </Field>
  </div>
)
