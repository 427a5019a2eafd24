import { useRef, useState } from 'react'
import { useKnownModels, type KnownKey } from '../../stores/known-models.ts'
import { forgetKey, giveKey, type KeyPlace } from '../../stores/model-actions.ts'
import { shellPort } from '../../stores/port.ts'
import { useAttempt } from '../../stores/use-attempt.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'

/** Only the desktop has a keychain to ask. */
const hasKeychain = shellPort() !== null

const origins = {
  environment: 'from the environment',
  keychain: 'in the keychain',
  session: 'for this session',
} as const

const originWords = ({ from, variable, backend }: KnownKey): string => {
  if (variable !== undefined) return `from the environment variable ${variable}`
  // On macOS what keeps it is called no more than this.
  const isNamed = backend !== undefined && backend !== 'keychain'
  return isNamed ? `${origins[from]} (${backend})` : origins[from]
}

const KeyField = ({
  label,
  isOptional,
  onKey,
}: {
  readonly label: string
  readonly isOptional: boolean
  readonly onKey: (key: string, keep: boolean) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  const [keep, setKeep] = useState(hasKeychain)
  // The key is never part of the page's state: it goes from the field to the host, and the field is emptied.
  const submit = (): void => {
    const key = input.current?.value.trim() ?? ''
    if (input.current) input.current.value = ''
    if (key !== '') onKey(key, keep)
  }
  const where = keep ? '' : ' Kept until Longhand ends.'
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label={label}
        hint={`${isOptional ? 'Only where the server wants one. ' : ''}It goes to that server alone.${where}`}
      >
        {(ids) => (
          <span className="flex gap-2">
            <TextInput {...ids} ref={input} type="password" spellCheck={false} />
            <Button type="submit" className="h-8">
              Use this key
            </Button>
          </span>
        )}
      </Field>
      {hasKeychain && (
        <label className="flex items-center gap-1.5 text-quiet">
          <input
            type="checkbox"
            className="accent-next"
            checked={keep}
            onChange={({ target }) => setKeep(target.checked)}
          />
          Keep it in the keychain of this computer
        </label>
      )}
    </form>
  )
}

const KeyIsThere = ({
  known,
  label,
  onForget,
}: {
  readonly known: KnownKey
  readonly label: string
  readonly onForget: (() => void) | null
}) => (
  <p className="flex items-center gap-2">
    <span className="text-quiet">
      {label}: a key is there, {originWords(known)}.
    </span>
    {onForget && (
      <Button kind="quiet" onClick={onForget}>
        Forget it
      </Button>
    )}
  </p>
)

/** The key for one server: a field where there is none, else where it comes from. `onChanged` hears when that changed. */
export const KeyPanel = ({
  place,
  origin,
  label = 'Key',
  isOptional = false,
  onChanged,
}: {
  readonly place: KeyPlace
  readonly origin: string
  readonly label?: string
  readonly isOptional?: boolean
  readonly onChanged: () => void
}) => {
  const known = useKnownModels(({ keys }) => keys.find((each) => each.origin === origin))
  const [isReplacing, setReplacing] = useState(false)
  const { trouble, attempt } = useAttempt()
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    if (!(await attempt(work))) return
    setReplacing(false)
    onChanged()
  }
  // What stands in the environment cannot be forgotten here, but another can go before it.
  const isOutside = known?.from === 'environment'
  return (
    <div role="group" aria-label={`${label} for ${origin}`} className="flex flex-col gap-2">
      {known && (
        <KeyIsThere
          known={known}
          label={label}
          onForget={isOutside ? null : () => void change(() => forgetKey(origin))}
        />
      )}
      {isOutside && !isReplacing && (
        <Button className="self-start" onClick={() => setReplacing(true)}>
          Use another key
        </Button>
      )}
      {(!known || isReplacing) && (
        <KeyField
          label={label}
          isOptional={isOptional}
          onKey={(key, keep) => void change(() => giveKey(place, key, keep))}
        />
      )}
      {trouble && (
        <p role="alert" className="text-broken">
          {trouble}
        </p>
      )}
    </div>
  )
}
