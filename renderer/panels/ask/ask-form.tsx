import { useState } from 'react'
import type { Command } from '../../../shared/commands/command.ts'
import { commands } from '../../../shared/commands/index.ts'
import type { SectionId } from '../../../shared/records.ts'
import type { Selected } from '../../stores/editor-slot.ts'
import { giveCommand } from '../../stores/order-actions.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { useKeptText } from '../../stores/use-kept.ts'
import { showDock } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { DescribedRadio } from '../../ui/described-radio.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { freshCommand } from './own-command-form.tsx'

/** What a command would be about. */
type About = Pick<Selected, 'selection'> & { readonly section: SectionId; readonly title: string }

const fits = ({ needs }: Command, hasSelection: boolean): boolean => needs !== 'selection' || hasSelection

const Subject = ({ selection, title }: About) => (
  <>
    <p className="text-quiet">
      For {selection ? 'what you have selected' : 'the whole section'} in “{shownTitle(title)}”. Your text
      stays as it is: the answer comes as a proposal.
    </p>
    {selection && (
      <blockquote className="line-clamp-3 shrink-0 border-l-2 border-hair pl-2 font-text text-ui text-quiet">
        {selection.quote}
      </blockquote>
    )}
  </>
)

const Choices = ({
  all,
  chosen,
  onChoose,
}: {
  readonly all: readonly Command[]
  readonly chosen: Command | undefined
  readonly onChoose: (id: Command['id']) => void
}) => (
  <fieldset className="grid grid-cols-2 gap-x-6 gap-y-0.5 px-2">
    <legend className="sr-only">Command</legend>
    {all.map(({ id, name, about }) => (
      <DescribedRadio
        key={id}
        group="command"
        name={name}
        about={about || 'Your own command.'}
        checked={id === chosen?.id}
        onChoose={() => onChoose(id)}
      />
    ))}
  </fieldset>
)

const Footer = ({
  own,
  onEdit,
  onForget,
  onClose,
}: {
  readonly own: Command | null
  readonly onEdit: (command: Command) => void
  readonly onForget: (command: Command) => void
  readonly onClose: () => void
}) => (
  <div className="sticky -bottom-4 -mx-4 -mb-4 flex items-center gap-2 border-t bg-float px-4 py-3">
    <Button kind="quiet" className="-ml-2" onClick={() => onEdit(freshCommand())}>
      New command
    </Button>
    {own && (
      <>
        <Button kind="quiet" onClick={() => onEdit(own)}>
          Change it
        </Button>
        <Button kind="quiet" onClick={() => onForget(own)}>
          Forget it
        </Button>
      </>
    )}
    <span className="flex-1" />
    <Button onClick={onClose}>Cancel</Button>
    <Button type="submit" kind="next">
      Ask
    </Button>
  </div>
)

const Said = ({ trouble, gone }: { readonly trouble: string | null; readonly gone: string | null }) => (
  <>
    <p role="alert" className="text-broken empty:hidden">
      {trouble}
    </p>
    <p role="status" className="text-quiet empty:hidden">
      {gone !== null && `“${gone}” was forgotten. Close this, and undo brings it back.`}
    </p>
  </>
)

const Note = ({
  label,
  note,
  onNote,
}: {
  readonly label: string
  readonly note: string
  readonly onNote: (note: string) => void
}) => (
  <Field label={label}>
    {(ids) => (
      <TextArea {...ids} rows={2} required value={note} onChange={({ target }) => onNote(target.value)} />
    )}
  </Field>
)

/** Chooses a command, writes the note it asks for, and gives it. The note waits for its section until it is given or cancelled. */
export const AskForm = ({
  about,
  own,
  chosen,
  onChoose,
  onEdit,
  onForget,
  onClose,
}: {
  readonly onEdit: (command: Command) => void
  readonly onForget: (id: Command['id']) => Promise<void>
  readonly about: About
  readonly own: readonly Command[]
  readonly chosen: Command['id'] | null
  readonly onChoose: (id: Command['id']) => void
  readonly onClose: () => void
}) => {
  const { section, selection } = about
  const [note, setNote] = useKeptText(`ask ${section}`)
  const [gone, setGone] = useState<string | null>(null)
  const { trouble, attempt } = useAttempt()
  const all = [...commands, ...own].filter((command) => fits(command, selection !== null))
  const command = all.find(({ id }) => id === chosen) ?? all[0]
  if (!command) return null
  const ask = async () => {
    if (!(await attempt(() => giveCommand(command, { section, ...(selection && { selection }), note }))))
      return
    setNote('')
    onClose()
    showDock('proposals')
  }
  const forget = async ({ id, name }: Command) => {
    if (await attempt(() => onForget(id))) setGone(name)
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <Subject {...about} />
      <Choices all={all} chosen={command} onChoose={onChoose} />
      {command.asks && <Note label={command.asks} note={note} onNote={setNote} />}
      <Said trouble={trouble} gone={gone} />
      <Footer
        own={own.find(({ id }) => id === command.id) ?? null}
        onEdit={onEdit}
        onForget={(each) => void forget(each)}
        onClose={() => {
          setNote('')
          onClose()
        }}
      />
    </form>
  )
}
