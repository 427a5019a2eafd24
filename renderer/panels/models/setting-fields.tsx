import { useState } from 'react'
import { AmountInput, Choice, Field, NumberInput, TextInput } from '../../ui/field.tsx'
import { numberTrouble, withSetting, type Setting, type Settings } from './setting-form.ts'

type Props<Kind extends Setting['kind']> = {
  readonly setting: Extract<Setting, { readonly kind: Kind }>
  readonly value: Settings[string] | undefined
  readonly onValue: (value: Settings[string] | undefined) => void
}

const fieldOf = ({ label, hint }: Setting) => ({ label, ...(hint !== undefined && { hint }) })

const OneOfSome = ({ setting, value, onValue }: Props<'enum'>) => (
  <Field {...fieldOf(setting)}>
    {(ids) => (
      <Choice
        {...ids}
        value={String(value ?? setting.usual ?? '')}
        onChange={({ target }) => onValue(target.value || undefined)}
      >
        {setting.usual === undefined && <option value="">Usual</option>}
        {setting.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </Choice>
    )}
  </Field>
)

/** Where nobody says what is usual a box could not tell "off" from "as usual". */
const YesOrNo = ({ setting, value, onValue }: Props<'boolean'>) => {
  if (typeof setting.usual === 'boolean') {
    return (
      <Field {...fieldOf(setting)}>
        {(ids) => (
          <input
            {...ids}
            type="checkbox"
            className="self-start accent-next"
            checked={Boolean(value ?? setting.usual)}
            onChange={({ target }) => onValue(target.checked)}
          />
        )}
      </Field>
    )
  }
  return (
    <Field {...fieldOf(setting)}>
      {(ids) => (
        <Choice
          {...ids}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onValue(target.value === '' ? undefined : target.value === 'true')}
        >
          <option value="">Usual</option>
          <option value="true">On</option>
          <option value="false">Off</option>
        </Choice>
      )}
    </Field>
  )
}

const Amount = ({ setting, value, onValue }: Props<'number'>) => {
  const [typed, setTyped] = useState<number | null>(typeof value === 'number' ? value : null)
  const trouble = numberTrouble(setting, typed)
  const Input = setting.isWhole ? NumberInput : AmountInput
  const hint = [trouble, setting.hint].filter(Boolean).join(' ')
  return (
    <Field label={setting.label} {...(hint && { hint })}>
      {(ids) => (
        <Input
          {...ids}
          aria-invalid={trouble !== null}
          placeholder={setting.usual === undefined ? 'Usual' : String(setting.usual)}
          value={typed}
          onNumber={(n) => {
            setTyped(n)
            onValue(n === null || numberTrouble(setting, n) !== null ? undefined : n)
          }}
        />
      )}
    </Field>
  )
}

const Words = ({ setting, value, onValue }: Props<'text'>) => (
  <Field {...fieldOf(setting)}>
    {(ids) => (
      <TextInput
        {...ids}
        spellCheck={false}
        value={String(value ?? '')}
        onChange={({ target }) => onValue(target.value.trim() || undefined)}
      />
    )}
  </Field>
)

const Control = ({ setting, ...rest }: Props<Setting['kind']>) => {
  switch (setting.kind) {
    case 'enum':
      return <OneOfSome setting={setting} {...rest} />
    case 'boolean':
      return <YesOrNo setting={setting} {...rest} />
    case 'number':
      return <Amount setting={setting} {...rest} />
    case 'text':
      return <Words setting={setting} {...rest} />
  }
}

/** What can be set for a model, folded away; only what differs from the usual is set. */
export const SettingFields = ({
  settings,
  values,
  onValues,
}: {
  readonly settings: readonly Setting[]
  readonly values: Settings
  readonly onValues: (values: Settings) => void
}) => (
  <details className="group">
    <summary className="cursor-pointer font-medium">
      Settings of this model
      {Object.keys(values).length > 0 && (
        <span className="font-normal text-quiet"> ({Object.keys(values).length} changed)</span>
      )}
    </summary>
    <div className="grid grid-cols-2 gap-4 pt-3">
      {settings.map((setting) => (
        <Control
          key={setting.name}
          setting={setting}
          value={values[setting.name]}
          onValue={(value) => onValues(withSetting(values, setting, value))}
        />
      ))}
    </div>
  </details>
)
