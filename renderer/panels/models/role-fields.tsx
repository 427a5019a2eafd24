import { useId } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { useKnownModels } from '../../stores/known-models.ts'
import type { Casting } from '../../stores/model-store.ts'
import { isSameModel } from '../../stores/model-store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { EmbeddingField } from './embedding-field.tsx'
import { choiceKey, knownChoices, placedName, type ChoiceGroup } from './known-choices.ts'
import type { Source } from './sources.ts'

const choiceIn = (groups: readonly ChoiceGroup[], key: string): ModelChoice | null =>
  groups.flatMap(({ choices }) => choices).find((each) => choiceKey(each) === key) ?? null

const Pick = ({
  label,
  hint,
  none,
  groups,
  value,
  onPick,
}: {
  readonly label: string
  readonly hint: string
  readonly none: string
  readonly groups: readonly ChoiceGroup[]
  readonly value: ModelChoice | null
  readonly onPick: (choice: ModelChoice | null) => void
}) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <Choice
        {...ids}
        value={value ? choiceKey(value) : ''}
        onChange={({ target }) => onPick(choiceIn(groups, target.value))}
      >
        <option value="">{none}</option>
        {groups.map(({ name, choices }) => (
          <optgroup key={name} label={name}>
            {choices.map((choice) => (
              <option key={choiceKey(choice)} value={choiceKey(choice)}>
                {placedName(choice)}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
    )}
  </Field>
)

const Fallback = ({
  fallback,
  onFallback,
}: {
  readonly fallback: Casting['fallback']
  readonly onFallback: (fallback: Casting['fallback']) => void
}) => (
  <ol className="col-span-2 flex empty:hidden list-inside list-decimal flex-col">
    {fallback.map((choice) => (
      <li key={choiceKey(choice)}>
        {placedName(choice)}{' '}
        <Button
          kind="quiet"
          aria-label={`Do not go on with ${placedName(choice)}`}
          onClick={() => onFallback(fallback.filter((each) => each !== choice))}
        >
          Remove
        </Button>
      </li>
    ))}
  </ol>
)

const useGroups = (
  sources: readonly Source[],
  chosen: readonly (ModelChoice | null)[],
): readonly ChoiceGroup[] => {
  const heard = useKnownModels((known) => known.heard)
  return knownChoices(
    sources,
    chosen.filter((each) => each !== null),
    heard,
  )
}

/** Models of their own for planning and reviewing, and those to go on with where the first cannot be reached. */
export const RoleFields = ({
  casting,
  chosen,
  sources,
  onCasting,
}: {
  readonly casting: Casting
  readonly chosen: ModelChoice
  readonly sources: readonly Source[]
  readonly onCasting: (casting: Casting) => void
}) => {
  const id = useId()
  const { planner, reviewer, fallback, embedding } = casting
  const groups = useGroups(sources, [chosen, planner, reviewer, ...fallback])
  const isOwn = planner !== null || reviewer !== null || fallback.length > 0 || embedding !== null
  const add = (choice: ModelChoice | null): void => {
    if (!choice || fallback.some((each) => isSameModel(each, choice))) return
    onCasting({ ...casting, fallback: [...fallback, choice] })
  }
  return (
    <details open={isOwn}>
      <summary id={id} className="cursor-pointer font-medium">
        Other models for single roles
      </summary>
      <div role="group" aria-labelledby={id} className="grid grid-cols-2 gap-4 pt-3">
        <Pick
          label="Planner"
          hint="Understands the brief and makes the plan."
          none="The chosen model"
          groups={groups}
          value={planner}
          onPick={(choice) => onCasting({ ...casting, planner: choice })}
        />
        <Pick
          label="Reviewer"
          hint="Judges what code cannot."
          none="The chosen model"
          groups={groups}
          value={reviewer}
          onPick={(choice) => onCasting({ ...casting, reviewer: choice })}
        />
        <EmbeddingField
          embedding={embedding}
          chosen={chosen}
          onEmbedding={(choice) => onCasting({ ...casting, embedding: choice })}
        />
        <Pick
          label="Where the first fails"
          hint="To go on with where a model cannot be reached, in this order."
          none={fallback.length > 0 ? 'Add another' : 'None'}
          groups={groups}
          value={null}
          onPick={add}
        />
        <Fallback fallback={fallback} onFallback={(next) => onCasting({ ...casting, fallback: next })} />
      </div>
    </details>
  )
}
