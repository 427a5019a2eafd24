import { z } from 'zod'
import { errorCodes } from '../errors.ts'

/** The id of a record: its kind, a colon, and what tells it from the others of its kind. */
export const id = <const Kind extends string>(kind: Kind) => z.templateLiteral([kind, ':', z.string().min(1)])
/** Milliseconds since 1970. */
export const time = z.number().nonnegative()
/** A whole number, 0 or more. */
export const count = z.int().nonnegative()
/** What went wrong: a code of the closed list, and a sentence for the writer. */
export const fault = z.object({ code: z.enum(errorCodes), sentence: z.string() })
