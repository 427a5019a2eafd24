import { modelName } from '../../stores/model-store.ts'
import { Field, TextInput } from '../../ui/field.tsx'

/** A model that no list names, by its name. `onName` hears its full id, or '' for none. */
export const ModelByName = ({
  provider,
  id,
  onName,
}: {
  readonly provider: string
  readonly id: string
  readonly onName: (id: string) => void
}) => (
  <Field label="Model by its name" hint="For a model that is in no list.">
    {(ids) => (
      <TextInput
        {...ids}
        spellCheck={false}
        value={id === '' ? '' : modelName(id)}
        onChange={({ target }) => {
          const name = target.value.trim()
          onName(name === '' ? '' : `${provider}/${name}`)
        }}
      />
    )}
  </Field>
)
