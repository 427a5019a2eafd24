import { z } from 'zod'
import type { JsonSchema } from '../../shared/model.ts'

/** What of a JSON schema is looked at where a reply is read leniently. */
export type Shape = {
  readonly type?: string | readonly string[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
}

const schemas = new WeakMap<z.ZodType, JsonSchema & Shape>()

/** One and the same JSON schema for one structure, so that a provider can remember whether a server takes it. */
export const jsonOf = (schema: z.ZodType): JsonSchema & Shape => {
  const known = schemas.get(schema)
  if (known) return known
  const made = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema & Shape
  schemas.set(schema, made)
  return made
}

/** A name without letter case, spaces and marks: `Section_Number` is `sectionnumber`. */
const bareName = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The property of a shape that a name means, however it is written. */
export const propertyOf = ({ properties = {} }: Shape, name: string): string | undefined => {
  if (Object.hasOwn(properties, name)) return name
  const bare = bareName(name)
  return bare === '' ? undefined : Object.keys(properties).find((key) => bareName(key) === bare)
}
