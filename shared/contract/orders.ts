import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, project } from './base.ts'

export const orders = {
  /**
   * Puts and removes work orders: edited, asked for, taken back, dropped, or added as a command. What is asked for is
   * done by the run that works, or by the next; what needs no model is done at once, and undone where the order is put
   * as it was. The inverse of every change is a change. Only commands can be removed.
   */
  change: base
    .input(
      z.object({
        project,
        put: z.array(stateSchemas.order).readonly(),
        remove: z.array(recordSchemas.order.shape.id).readonly(),
      }),
    )
    .output(z.void()),
}
