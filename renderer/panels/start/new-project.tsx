import { useState } from 'react'
import { stringify } from 'yaml'
import { makeProject } from '../../stores/actions.ts'
import { Button } from '../../ui/button.tsx'
import { DescribedRadio } from '../../ui/described-radio.tsx'
import { Field, TextInput } from '../../ui/field.tsx'

const forms = [
  { id: 'novel', name: 'Novel', about: 'Chapters that follow each other, in one voice.' },
  { id: 'report', name: 'Report', about: 'Chapters with facts, figures and a summary.' },
  { id: 'text', name: 'Blank', about: 'Anything else. You say what it is.' },
] as const

type FormId = (typeof forms)[number]['id']

const FormChoice = ({
  value,
  onChoose,
}: {
  readonly value: FormId
  readonly onChoose: (id: FormId) => void
}) => (
  <fieldset className="flex flex-col">
    <legend className="mb-1 font-medium">Form</legend>
    {forms.map(({ id, name, about }) => (
      <DescribedRadio
        key={id}
        group="form"
        name={name}
        about={about}
        checked={value === id}
        onChoose={() => onChoose(id)}
      />
    ))}
  </fieldset>
)

/** Begins a project: its form and its title; the brief follows. */
export const NewProject = ({ folder }: { readonly folder: string | null }) => {
  const [form, setForm] = useState<FormId>('novel')
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const name = title.trim() || 'Untitled'
  const make = async (): Promise<void> => {
    if (folder === null) return
    setBusy(true)
    await makeProject(`---\n${stringify({ title: name, form })}---\n`, folder, name)
    setBusy(false)
  }
  return (
    <form
      aria-label="New project"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <FormChoice value={form} onChoose={setForm} />
      <Field label="Title">
        {(ids) => (
          <TextInput
            {...ids}
            value={title}
            placeholder="Untitled"
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="next" className="self-start" disabled={busy || folder === null}>
        Begin
      </Button>
    </form>
  )
}
