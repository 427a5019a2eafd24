import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, project } from './base.ts'

export const memory = {
  /** Puts and removes what is remembered, as the writer's own. The inverse of every change is a change. */
  change: base
    .input(
      z.object({
        project,
        put: z.array(stateSchemas.memory).readonly(),
        remove: z.array(recordSchemas.memory.shape.id).readonly(),
      }),
    )
    .output(z.void()),
}
