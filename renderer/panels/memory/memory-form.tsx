import { leaves } from '../../../shared/questions/outline.ts'
import type { Memory } from '../../../shared/records.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, TextArea, TextInput } from '../../ui/field.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { abouts } from './memory-rows.ts'

const one: Readonly<Record<Memory['about'], string>> = {
  person: 'a person',
  place: 'a place',
  term: 'a term',
  event: 'an event',
  summary: 'a summary',
}

type Part = { readonly item: Memory; readonly onItem: (item: Memory) => void }

const kinds = abouts.filter((about) => about !== 'summary')

const What = ({ item, onItem }: Part) => (
  <div className="grid grid-cols-2 gap-2">
    <Field label="About">
      {(ids) => (
        <Choice
          {...ids}
          value={item.about}
          onChange={({ target }) =>
            onItem({ ...item, about: kinds.find((about) => about === target.value) ?? item.about })
          }
        >
          {kinds.map((about) => (
            <option key={about} value={about}>
              {one[about]}
            </option>
          ))}
        </Choice>
      )}
    </Field>
    <Field label="Name">
      {(ids) => (
        <TextInput
          {...ids}
          required
          value={item.name}
          onChange={({ target }) => onItem({ ...item, name: target.value })}
        />
      )}
    </Field>
  </div>
)

const Where = ({ item, onItem }: Part) => {
  const all = useProject(leaves)
  const { until: _, ...endless } = item
  const find = (id: string) => all.find((section) => section.id === id)?.id
  const options = all.map(({ id, title }) => (
    <option key={id} value={id}>
      {shownTitle(title)}
    </option>
  ))
  const end = (id: string): void => {
    const until = find(id)
    onItem(until ? { ...item, until } : endless)
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="From">
        {(ids) => (
          <Choice
            {...ids}
            value={item.section}
            onChange={({ target }) => onItem({ ...item, section: find(target.value) ?? item.section })}
          >
            {options}
          </Choice>
        )}
      </Field>
      <Field label="Until">
        {(ids) => (
          <Choice {...ids} value={item.until ?? ''} onChange={({ target }) => end(target.value)}>
            <option value="">the end</option>
            {options}
          </Choice>
        )}
      </Field>
    </div>
  )
}

/** Writes down or changes one fact: about what, and from which section to which it holds. A summary is only reworded. */
export const MemoryForm = ({
  item: now,
  onItem,
  onSave,
  onCancel,
}: Part & {
  readonly onSave: (item: Memory) => void
  readonly onCancel: (item: Memory) => void
}) => {
  const isSummary = now.about === 'summary'
  return (
    <form
      aria-label={isSummary ? 'A summary' : 'A fact'}
      className="flex flex-col gap-3 border-b bg-desk p-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ ...now, name: now.name.trim(), fact: now.fact.trim() })
      }}
    >
      {!isSummary && <What item={now} onItem={onItem} />}
      <Field label={isSummary ? 'Summary' : 'What holds'}>
        {(ids) => (
          <TextArea
            {...ids}
            required
            rows={isSummary ? 6 : 3}
            value={now.fact}
            onChange={({ target }) => onItem({ ...now, fact: target.value })}
          />
        )}
      </Field>
      {!isSummary && <Where item={now} onItem={onItem} />}
      <div className="flex gap-2">
        <Button type="submit">Keep</Button>
        <Button kind="quiet" onClick={() => onCancel(now)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
