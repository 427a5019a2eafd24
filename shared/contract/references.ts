import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, positive, project } from './base.ts'

const found = z.object({ passage: recordSchemas.passage, score: z.number() })

export const references = {
  /**
   * Reads a file (see `list`): a text is cut into passages and kept, once however often it is added; descriptions of
   * sources describe the references they are of, or become references without passages. Gives those references, and
   * sentences that say what was not taken as it stood. Fails with `file-unreadable`, and adds nothing.
   */
  add: base.input(z.object({ project, name: z.string().min(1).max(1_000), base64: z.base64() })).output(
    z.object({
      references: z.array(stateSchemas.reference).readonly(),
      notices: z.array(z.string()).readonly(),
    }),
  ),
  /** The kinds of files that can be added, with the endings of their names. */
  list: base
    .input(z.object({}))
    .output(
      z
        .array(z.object({ id: z.string(), name: z.string(), extensions: z.array(z.string()).readonly() }))
        .readonly(),
    ),
  /**
   * Changes key, title and description of references, removes them, and puts what was removed again: passages stay on
   * the shelf, so that the inverse of a change is a change. Citations of a key that is gone are told, never removed.
   */
  change: base
    .input(
      z.object({
        project,
        put: z.array(stateSchemas.reference).readonly(),
        remove: z.array(recordSchemas.reference.shape.id).readonly(),
      }),
    )
    .output(z.void()),
  /** The passages of one reference, in order. */
  passages: base
    .input(z.object({ project, reference: recordSchemas.reference.shape.id }))
    .output(z.array(recordSchemas.passage).readonly()),
  /** The passages that a query finds, best first; empty where there is none. */
  search: base
    .input(z.object({ project, query: z.string(), limit: positive.exactOptional() }))
    .output(z.array(found).readonly()),
}
