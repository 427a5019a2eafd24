import { useId, useState } from 'react'
import { modelName } from '../../stores/model-store.ts'
import { TextInput } from '../../ui/field.tsx'

/** A model that can be chosen, and what is known of it. */
export type Listed = { readonly id: string; readonly facts?: string }

/** As many are taken in at a glance; from then on they can be searched. */
const glance = 8

const Row = ({
  group,
  model: { id, facts },
  isChosen,
  onChoose,
}: {
  readonly group: string
  readonly model: Listed
  readonly isChosen: boolean
  readonly onChoose: (id: string) => void
}) => (
  <label className="flex items-baseline gap-2 rounded-desk px-2 py-1 hover:bg-hover has-checked:bg-chosen">
    <input
      type="radio"
      name={group}
      aria-label={modelName(id)}
      checked={isChosen}
      onChange={() => onChoose(id)}
      className="translate-y-0.5 accent-next"
    />
    <span className="min-w-0 flex-1 break-words">{modelName(id)}</span>
    {facts && <span className="text-small text-quiet tabular-nums">{facts}</span>}
  </label>
)

/** Models to choose one from, with a filter where there are many. */
export const ModelList = ({
  models,
  chosen,
  onChoose,
}: {
  readonly models: readonly Listed[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) => {
  const group = useId()
  const [filter, setFilter] = useState('')
  const words = filter.toLowerCase().split(/\s+/u)
  const shown = models.filter(({ id }) => words.every((word) => modelName(id).toLowerCase().includes(word)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">Model</legend>
      {models.length > glance && (
        <TextInput
          type="search"
          aria-label="Filter the models"
          placeholder={`Filter ${models.length} models`}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      )}
      <div className="-mx-2 max-h-52 overflow-y-auto">
        {shown.map((model) => (
          <Row
            key={model.id}
            group={group}
            model={model}
            isChosen={model.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
      {shown.length === 0 && models.length > 0 && (
        <p role="status" className="text-quiet">
          No model has that in its name.
        </p>
      )}
    </fieldset>
  )
}
