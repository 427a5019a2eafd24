import { z } from 'zod'
import type { Estimate } from '../estimate.ts'
import { roles, verbs } from '../model.ts'
import { base, count, positive, project, modelChoice } from './base.ts'

/** Models of its own for a role: the first is asked, the others in order where it cannot be. */
const casting = z.partialRecord(z.enum(roles), z.array(modelChoice).max(8)).exactOptional()

const amount = z.number().nonnegative()
const costs = z.object({
  calls: amount,
  input: amount,
  cached: amount,
  output: amount,
  minutes: amount,
  money: amount.nullable(),
})
const estimate = z.object({
  phases: z.array(costs.extend({ verb: z.enum(verbs) })).readonly(),
  total: costs,
  basis: z.enum(['this project', 'earlier runs', 'a guess']),
}) satisfies z.ZodType<Estimate>

export const runs = {
  /** What the rest of the work is likely to cost with a model, by phase; asks no server. */
  estimate: base
    .input(z.object({ project, model: modelChoice, lanes: positive.exactOptional(), roles: casting }))
    .output(estimate),
  /**
   * Starts a run and resolves once it has begun; `run` is its number. Fails with `brief-conflict` where the brief stands
   * in its own way. With the scope `orders` it does what the writer asked for and nothing else; a run that works already
   * takes that up by itself.
   */
  start: base
    .input(
      z.object({
        project,
        model: modelChoice,
        lanes: positive.exactOptional(),
        approve: z.enum(['auto', 'ask']),
        scope: z.enum(['work', 'orders']).exactOptional(),
        maxTokens: positive.exactOptional(),
        maxMoney: z.number().positive().exactOptional(),
        maxMinutes: z.number().positive().exactOptional(),
        roles: casting,
        /** The model by whose vectors passages are found beside their words. */
        embedding: modelChoice.exactOptional(),
      }),
    )
    .output(z.object({ run: count })),
  /**
   * Resolves when the last run has ended, however long that takes, with the `seq` of its last event. Fails when the
   * disk refused to save.
   */
  ended: base.input(z.object({ project })).output(z.object({ seq: count })),
  /** Stops the run that works now; resolves when it has ended. */
  stop: base.input(z.object({ project })).output(z.void()),
}
