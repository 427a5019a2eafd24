import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { Conflict } from '../constraints/conflicts.ts'
import { errorCodes } from '../errors.ts'
import { readRecord, recordSchemas, type AnyRecord } from '../records.ts'

/** An expected failure as it crosses a port; on the other side it is an `AppError` again. */
const failure = z.object({ code: z.enum(errorCodes), sentence: z.string(), next: z.string() })
export type Failure = z.infer<typeof failure>

/** Every method of the contract begins with it: whatever is expected to fail fails as `FAILED`. */
export const base = oc.errors({ FAILED: { status: 422, message: 'Failed', data: failure } })
export const count = z.int().nonnegative()
export const positive = z.int().positive()

const isRecord = (value: unknown): boolean => {
  try {
    return Boolean(readRecord(value))
  } catch {
    return false
  }
}
export const record = z.custom<AnyRecord>(isRecord, { error: 'not a record' })

/** The path of an open project, as `create` or `open` gave it: its name in every other call. */
export const project = z.string().min(1)
export const path = z.string().min(1)

/** Which model, and how to reach it. */
export const modelChoice = z.object({
  id: z.string().min(1),
  baseUrl: z.string().exactOptional(),
  apiKey: z.string().exactOptional(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
  context: positive.exactOptional(),
})

/** What stands in its own way in a brief. */
export const conflict = z.object({
  level: z.enum(['conflict', 'warning']),
  sentence: z.string(),
  quotes: z.array(z.string()).readonly(),
  ways: z.array(z.string()).readonly(),
  constraints: z.array(recordSchemas.constraint.shape.id).readonly(),
}) satisfies z.ZodType<Conflict>
