import { useId } from 'react'
import type { RunChoice } from '../../stores/model-store.ts'
import { Field, TextInput } from '../../ui/field.tsx'

type Casting = RunChoice['casting']

const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** Models of their own for planning and reviewing, and those to go on with where the first cannot be reached. */
export const RoleFields = ({
  casting,
  onCasting,
}: {
  readonly casting: Casting
  readonly onCasting: (casting: Casting) => void
}) => {
  const id = useId()
  const isOwn = casting.planner !== '' || casting.reviewer !== '' || casting.fallback.length > 0
  return (
    <details open={isOwn} className="border-t pt-4">
      <summary id={id} className="cursor-pointer font-medium">
        Other models for single roles
      </summary>
      <div role="group" aria-labelledby={id} className="grid grid-cols-2 gap-4 pt-3">
        <Field label="Planner" hint="Its full name, such as practice. Empty: as above.">
          {(ids) => (
            <TextInput
              {...ids}
              value={casting.planner}
              onChange={({ target }) => onCasting({ ...casting, planner: target.value.trim() })}
            />
          )}
        </Field>
        <Field label="Reviewer" hint="Judges what code cannot. Empty: as above.">
          {(ids) => (
            <TextInput
              {...ids}
              value={casting.reviewer}
              onChange={({ target }) => onCasting({ ...casting, reviewer: target.value.trim() })}
            />
          )}
        </Field>
        <Field label="Where the first fails" hint="Names with commas between, asked in this order.">
          {(ids) => (
            <TextInput
              {...ids}
              defaultValue={casting.fallback.join(', ')}
              onChange={({ target }) => onCasting({ ...casting, fallback: list(target.value) })}
            />
          )}
        </Field>
      </div>
    </details>
  )
}
