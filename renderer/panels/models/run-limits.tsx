import { modelStore, useRunChoice } from '../../stores/model-store.ts'
import { Field, NumberInput } from '../../ui/field.tsx'

/** What a run may cost, and how many sections it writes at once. Counts from the next start. */
export const RunLimits = () => {
  const cap = useRunChoice((choice) => choice.cap)
  const lanes = useRunChoice((choice) => choice.lanes)
  return (
    <div className="grid grid-cols-2 gap-4 border-t pt-4">
      <Field label="Cap in tokens" hint="The run stops before it would cost the project more. Empty: no cap.">
        {(ids) => (
          <NumberInput
            {...ids}
            value={cap}
            onNumber={(n) => modelStore.setState({ cap: n === 0 ? null : n })}
          />
        )}
      </Field>
      <Field label="Sections at once" hint="Empty: as many as the model serves.">
        {(ids) => (
          <NumberInput
            {...ids}
            value={lanes}
            onNumber={(n) => modelStore.setState({ lanes: n === 0 ? null : n })}
          />
        )}
      </Field>
    </div>
  )
}
