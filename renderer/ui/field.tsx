import { useId, useState, type ComponentProps, type ReactNode } from 'react'

const box =
  'w-full rounded-desk border border-edge/60 bg-float px-2 text-ink transition-colors duration-150 hover:border-edge'

/** A label, what it labels, and a hint below. `children` is given the id of the control and that of the hint. */
export const Field = ({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode
}) => {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({ id, ...(hint && { 'aria-describedby': `${id}-hint` }) })}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

/** One line of text. */
export const TextInput = ({ className = '', ...rest }: ComponentProps<'input'>) => (
  <input type="text" autoComplete="off" className={`${box} h-8 ${className}`} {...rest} />
)

/** Several lines of text. */
export const TextArea = ({ className = '', ...rest }: ComponentProps<'textarea'>) => (
  <textarea className={`${box} resize-none py-1.5 ${className}`} {...rest} />
)

/** One of a few. */
export const Choice = ({ className = '', ...rest }: ComponentProps<'select'>) => (
  <select className={`${box} h-8 ${className}`} {...rest} />
)

/** A whole number, or empty. `onNumber` hears null for empty, and nothing of what is no such number. */
export const NumberInput = ({
  value,
  onNumber,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  readonly value: number | null
  readonly onNumber: (value: number | null) => void
}) => (
  <TextInput
    inputMode="numeric"
    pattern="[0-9]*"
    {...rest}
    value={value === null ? '' : String(value)}
    onChange={({ target }) => {
      const digits = target.value.replaceAll(/\D/gu, '')
      onNumber(digits === '' ? null : Number(digits.slice(0, 9)))
    }}
  />
)

/** An amount of money, or empty; a comma is read as a point. `onNumber` hears null for empty. */
export const AmountInput = ({
  value,
  onNumber,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  readonly value: number | null
  readonly onNumber: (value: number | null) => void
}) => {
  const [text, setText] = useState(value === null ? '' : String(value))
  return (
    <TextInput
      inputMode="decimal"
      {...rest}
      value={text}
      onChange={({ target }) => {
        const typed = target.value
          .replace(',', '.')
          .replaceAll(/[^\d.]/gu, '')
          .slice(0, 9)
        setText(typed)
        const amount = Number(typed)
        if (!Number.isNaN(amount)) onNumber(typed === '' ? null : amount)
      }}
    />
  )
}
