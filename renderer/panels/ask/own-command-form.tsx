import { z } from 'zod'
import { commandSchema, type Command } from '../../../shared/commands/command.ts'
import { variables, variablesIn } from '../../../shared/commands/fill-template.ts'
import { ownPrefix } from '../../../shared/commands/own-command.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { useKept } from '../../stores/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Field, TextArea, TextInput } from '../../ui/field.tsx'

const places: readonly (readonly [Command['where'], string])[] = [
  ['replace', 'instead of the passage'],
  ['after', 'behind the passage'],
  ['whole', 'instead of the whole section'],
]

const usualQuestion = 'What do you want?'

/** An empty command of the writer's own. */
export const freshCommand = (): Command => ({
  id: `${ownPrefix}${crypto.randomUUID().slice(0, 8)}`,
  name: '',
  about: '',
  needs: 'either',
  where: 'replace',
  instruction: '',
  length: null,
})

/** As it is saved: with a question just where its instruction uses the note. */
const asSaved = ({ asks, ...bare }: Command): Command =>
  variablesIn(bare.instruction).includes('note') ? { ...bare, asks: asks?.trim() || usualQuestion } : bare

type Part = { readonly command: Command; readonly onCommand: (command: Command) => void }

const Instruction = ({ command, onCommand }: Part) => (
  <div className="flex flex-col gap-1">
    <Field label="What the model is told">
      {(ids) => (
        <TextArea
          {...ids}
          required
          maxLength={2000}
          rows={4}
          value={command.instruction}
          onChange={({ target }) => onCommand({ ...command, instruction: target.value })}
        />
      )}
    </Field>
    <details className="text-small text-quiet">
      <summary className="w-fit">Words in braces stand for something</summary>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-3 pt-1">
        {Object.entries(variables).map(([name, means]) => (
          <div key={name} className="contents">
            <dt className="font-mono">{`{${name}}`}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  </div>
)

const Question = ({ command, onCommand }: Part) => (
  <Field label="What you are asked for the note">
    {(ids) => (
      <TextInput
        {...ids}
        maxLength={120}
        value={command.asks ?? ''}
        placeholder={usualQuestion}
        onChange={({ target }) => onCommand({ ...command, asks: target.value })}
      />
    )}
  </Field>
)

const Place = ({ command, onCommand }: Part) => (
  <Field label="Its text goes">
    {(ids) => (
      <Choice
        {...ids}
        value={command.where}
        onChange={({ target }) =>
          onCommand({
            ...command,
            where: places.find(([where]) => where === target.value)?.[0] ?? 'replace',
          })
        }
      >
        {places.map(([where, name]) => (
          <option key={where} value={where}>
            {name}
          </option>
        ))}
      </Choice>
    )}
  </Field>
)

/** A command as it is while it is typed. */
const typed = commandSchema.extend({ name: z.string(), instruction: z.string(), asks: z.string().optional() })

/**
 * Writes a command of one's own: what the model is told, and where its text goes. `onSave` throws what is wrong. What is
 * typed waits until it is kept or cancelled, that of a new command for the next new one.
 */
export const OwnCommandForm = ({
  command,
  onSave,
  onCancel,
}: {
  readonly command: Command
  readonly onSave: (command: Command) => Promise<void>
  readonly onCancel: () => void
}) => {
  const [kept, setNow] = useKept(`command ${command.name === '' ? 'new' : command.id}`, typed)
  const now = kept ?? command
  const { trouble, attempt } = useAttempt()
  const part = { command: now, onCommand: setNow }
  return (
    <form
      aria-label="Your own command"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(async () => {
          await onSave(asSaved(now))
          setNow(null)
        })
      }}
    >
      <Field label="Name">
        {(ids) => (
          <TextInput
            {...ids}
            required
            maxLength={60}
            value={now.name}
            onChange={({ target }) => setNow({ ...now, name: target.value })}
          />
        )}
      </Field>
      <Instruction {...part} />
      {variablesIn(now.instruction).includes('note') && <Question {...part} />}
      <Place {...part} />
      <p role="alert" className="text-broken empty:hidden">
        {trouble}
      </p>
      <div className="flex justify-end gap-2">
        <Button
          onClick={() => {
            setNow(null)
            onCancel()
          }}
        >
          Cancel
        </Button>
        <Button type="submit" kind="next">
          Keep this command
        </Button>
      </div>
    </form>
  )
}
