import { z } from 'zod'
import type { JsonSchema } from '../../../shared/model.ts'

const object = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
})

const isClosed = (schema: object): boolean => {
  const { data } = object.safeParse(schema)
  if (!data) return true
  const isWhole = Object.keys(data.properties).every((name) => data.required.includes(name))
  return isWhole && data.additionalProperties === false
}

/**
 * Whether a schema may be called strict as OpenAI has it: every object is closed and requires all it names. One that
 * is not would be refused whole; as a looser wish it is still followed.
 */
export const isStrict = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return true
  return (Array.isArray(schema) || isClosed(schema)) && Object.values(schema).every(isStrict)
}

/** The same for the schema of a request, where it has one. */
export const strictness = (json: JsonSchema | undefined): { readonly strictJsonSchema?: boolean } =>
  json ? { strictJsonSchema: isStrict(json) } : {}
