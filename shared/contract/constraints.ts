import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, project } from './base.ts'

export const constraints = {
  /**
   * Puts and removes constraints: mended (the caller marks them so), confirmed, muted, or added by hand. Only what was
   * added can be removed. The inverse of every change is a change.
   */
  change: base
    .input(
      z.object({
        project,
        put: z.array(stateSchemas.constraint).readonly(),
        remove: z.array(recordSchemas.constraint.shape.id).readonly(),
      }),
    )
    .output(z.void()),
}
