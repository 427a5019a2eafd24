import type { ModelChoice } from '../../../shared/model.ts'

type Value = NonNullable<ModelChoice['settings']>[string]
export type Settings = Readonly<Record<string, Value>>

/** One thing that can be set. `usual` is what holds where nothing is set, where the schema says so. */
export type Setting = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly usual?: Value
} & (
  | { readonly kind: 'enum'; readonly options: readonly string[] }
  | {
      readonly kind: 'number'
      readonly isWhole: boolean
      readonly least: number | null
      readonly most: number | null
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
)

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** A bound; those that only say how far whole numbers are exact are none. */
const bound = (value: unknown): number | null =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null

const kindOf = (schema: Schema) => {
  const { type, enum: options, minimum, maximum } = schema
  switch (type) {
    case 'boolean':
      return { kind: 'boolean' } as const
    case 'integer':
    case 'number': {
      const bounds = { least: bound(minimum), most: bound(maximum) }
      return { kind: 'number', isWhole: type === 'integer', ...bounds } as const
    }
    case 'string':
      return Array.isArray(options)
        ? ({ kind: 'enum', options: options.map(String) } as const)
        : ({ kind: 'text' } as const)
    default:
      return null
  }
}

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value)

/** What can be set, by the JSON Schema of a provider's settings, in its order. What cannot be drawn is left out. */
export const settingsIn = (schema: Schema | undefined): readonly Setting[] => {
  const properties = schema?.['properties']
  if (!isSchema(properties)) return []
  return Object.entries(properties).flatMap(([name, property]): Setting[] => {
    const kind = isSchema(property) ? kindOf(property) : null
    if (!kind || !isSchema(property)) return []
    const { title, description, default: usual } = property
    return [
      {
        name,
        label: typeof title === 'string' ? title : name,
        ...(typeof description === 'string' && { hint: description }),
        ...(isValue(usual) && { usual }),
        ...kind,
      },
    ]
  })
}

/** The settings with one of them set, or as usual again: only what differs from the usual is part of them. */
export const withSetting = (
  settings: Settings,
  { name, usual }: Setting,
  value: Value | undefined,
): Settings => {
  const { [name]: _, ...rest } = settings
  return value === undefined || value === usual || value === '' ? rest : { ...rest, [name]: value }
}

/** A choice with these settings, or without any. */
export const withSettings = ({ settings: _, ...choice }: ModelChoice, settings: Settings): ModelChoice =>
  Object.keys(settings).length > 0 ? { ...choice, settings } : choice

const figure = new Intl.NumberFormat('en-US')

/** Why a number cannot be set, in words; null where it can. */
export const numberTrouble = (
  { least, most }: Extract<Setting, { readonly kind: 'number' }>,
  value: number | null,
): string | null => {
  if (value === null) return null
  if (least !== null && value < least) return `At least ${figure.format(least)}.`
  if (most !== null && value > most) return `At most ${figure.format(most)}.`
  return null
}
