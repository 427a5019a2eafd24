import { z } from 'zod'
import { roles } from '../model.ts'
import { base, count, positive, modelChoice } from './base.ts'

const offer = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  lanes: positive,
  /** It wants a key wherever it stands, and there is one for where it would be asked. */
  needsKey: z.boolean(),
  hasKey: z.boolean(),
  /** Environment variables in which it is looked for. */
  keyVariables: z.array(z.string()).readonly().exactOptional(),
  /** Where it stands when a choice names no base URL. */
  address: z.string().exactOptional(),
  /** The kinds of server it speaks with, by name, where a writer or a team runs them. */
  servers: z.array(z.string()).readonly().exactOptional(),
  /** What can be set for its models, as JSON Schema. */
  settings: z.record(z.string(), z.unknown()).exactOptional(),
  models: z.array(z.string()).readonly(),
  trouble: z.string().exactOptional(),
})

const found = z.object({
  name: z.string(),
  provider: z.string(),
  baseUrl: z.string(),
  models: z
    .array(
      z.object({
        id: z.string(),
        contextSize: positive.exactOptional(),
        lanes: positive.exactOptional(),
        bytes: count.exactOptional(),
      }),
    )
    .readonly(),
  trouble: z.string().exactOptional(),
})

const role = z.enum(roles)

export const models = {
  /**
   * Every provider with the models it offers; `trouble` says why it could not be asked. A base URL and a key are for
   * `provider`, or where none is named for the provider that has no address of its own. With `ask` only those providers
   * are asked for their models, by id; the others are told without.
   */
  list: base
    .input(
      z.object({
        provider: z.string().exactOptional(),
        baseUrl: z.string().exactOptional(),
        apiKey: z.string().exactOptional(),
        ask: z.array(z.string()).readonly().exactOptional(),
      }),
    )
    .output(z.array(offer).readonly()),
  /** The model servers on this computer, by what they say of themselves, with the full ids of their models. */
  find: base.input(z.object({})).output(z.array(found).readonly()),
  /** What is known of a model: context in tokens for one call, calls at once. Fails where its server does not answer. */
  describe: base.input(modelChoice).output(
    z.object({
      name: z.string(),
      bytes: count.exactOptional(),
      contextSize: positive.exactOptional(),
      lanes: positive.exactOptional(),
      device: z.string().exactOptional(),
    }),
  ),
  /**
   * How this machine stands, and the servers at `baseUrl` (several are a pool): what is there, what is missing and what to
   * do. `ready` are models that could write for real now, none of which was asked; `suggested` is the id in the catalogue
   * of the one to begin with, where one can be run here. `apiKey` goes to those servers and no other.
   */
  examine: base
    .input(z.object({ baseUrl: z.string().exactOptional(), apiKey: z.string().exactOptional() }))
    .output(
      z.object({
        checks: z
          .array(
            z.object({
              about: z.enum(['node', 'folder', 'disk', 'memory', 'servers', 'keys', 'files', 'engine']),
              state: z.enum(['good', 'note', 'bad']),
              says: z.string(),
              next: z.string().exactOptional(),
            }),
          )
          .readonly(),
        ready: z.array(z.object({ model: z.string(), baseUrl: z.string().exactOptional() })).readonly(),
        suggested: z.string().exactOptional(),
      }),
    ),
  /** Fails where a choice names no provider or lacks something; asks no server. */
  check: base.input(modelChoice).output(z.object({ lanes: positive })),
  /**
   * Asks a model three things at most, in 50 seconds at most: how soon it begins (ms) and how fast it writes, how much it
   * reads at once (null: not known), whether it gives JSON (by schema, when asked in words, or not; null: not found
   * out). Says for each role in a sentence what it is fit for; `good` are those it is fit for. The figures are null for the
   * practice model, of which they mean nothing. Fails where it says nothing.
   */
  try: base.input(modelChoice).output(
    z.object({
      firstTokenMs: z.number().nullable(),
      said: z.string(),
      tokensPerSecond: z.number().nullable(),
      contextSize: positive.nullable(),
      json: z.enum(['schema', 'asked', 'none']).nullable(),
      fit: z.object({ planner: z.string(), writer: z.string(), reviewer: z.string() }),
      good: z.array(role).readonly(),
    }),
  ),
}
