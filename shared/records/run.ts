import { z } from 'zod'
import { roles, verbs } from '../model.ts'
import { count, fault, id, time } from './fields.ts'

const usage = z.object({ input: count, cached: count, output: count, thinking: count.optional() })

/**
 * One execution of the loop. `until` (ms) is set while it waits; `setbacks` counts how often an endpoint failed. `model`
 * plays every role that `roles` gives no models of its own, the first of them that answers; `context` is how many tokens
 * the writer's model reads and writes at once, where that is known; the scope `orders` does
 * what the writer asked for and nothing else. The caps (tokens, US dollars, minutes) pause the run.
 */
export const run = z.object({
  id: id('run'),
  number: count,
  status: z.enum(['working', 'waiting', 'blocked', 'stopped', 'ended']),
  model: z.string(),
  context: count.optional(),
  lanes: count,
  approve: z.enum(['auto', 'ask']),
  scope: z.enum(['work', 'orders']).optional(),
  roles: z.partialRecord(z.enum(roles), z.array(z.string())).optional(),
  maxTokens: count.optional(),
  maxMoney: z.number().nonnegative().optional(),
  maxMinutes: z.number().nonnegative().optional(),
  setbacks: count,
  until: time.optional(),
  reason: fault.optional(),
  startedAt: time,
})

/**
 * One unit of work with a stable key: `ended`, or `failed` at its bounds, which flags its section. The `fault` of one
 * that ended says what it had to leave out.
 */
export const step = z.object({
  id: id('step'),
  verb: z.enum(verbs),
  section: id('section').nullable(),
  status: z.enum(['ended', 'failed']),
  fault: fault.optional(),
})

/**
 * One request to a model, saved as `started` before it is sent. `take` is the section's at that time. `stopped`: the
 * writer stopped it, or a cap; `abandoned`: the process died before its end was saved. Without a `usage`, `reserved` are
 * the tokens that it may cost, or may have cost; `money` is the same in US dollars, or what it cost, where the price of
 * its model is known. Prompt and reply stand on the shelf as `body:SUFFIX`.
 */
export const call = z.object({
  id: id('call'),
  run: id('run'),
  step: id('step'),
  verb: z.enum(verbs),
  role: z.enum(roles),
  section: id('section').nullable(),
  take: count,
  model: z.string(),
  status: z.enum(['started', 'ended', 'failed', 'stopped', 'abandoned']),
  reserved: count,
  usage: usage.optional(),
  money: z.number().nonnegative().optional(),
  fault: fault.optional(),
  scope: z.enum(['attempt', 'endpoint']).optional(),
  startedAt: time,
  endedAt: time.optional(),
})

/** Prompt and reply of one call. */
export const body = z.object({
  id: id('body'),
  prompt: z.array(
    z.object({
      from: z.enum(['system', 'user']),
      text: z.string(),
      name: z.string().optional(),
      cacheUpTo: z.boolean().optional(),
      leftOut: z.string().optional(),
    }),
  ),
  reply: z.string(),
  thinking: z.string(),
})
