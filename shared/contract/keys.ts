import { z } from 'zod'
import { base } from './base.ts'

const origin = z.string().min(1)

export const keys = {
  /**
   * The servers for which there is a key, and where it comes from; never a key. `backend` is the name of what keeps one
   * beyond the session.
   */
  list: base.input(z.object({})).output(
    z
      .array(
        z.object({
          origin,
          provider: z.string().nullable(),
          from: z.enum(['environment', 'keychain', 'session']),
          variable: z.string().exactOptional(),
          backend: z.string().exactOptional(),
        }),
      )
      .readonly(),
  ),
  /**
   * Takes a key for a provider's own address, or for the server at a base URL. It is never given back: a choice of a
   * model without a key is completed by where its calls go. With `keep` it outlives the session where something deserves
   * to keep it; `backend` is the name of that.
   */
  give: base
    .input(
      z.object({
        provider: z.string().exactOptional(),
        baseUrl: z.string().exactOptional(),
        key: z.string(),
        keep: z.boolean(),
      }),
    )
    .output(z.object({ kept: z.enum(['keychain', 'session']), backend: z.string().nullable() })),
  /** Forgets the key for a scheme, host and port, also where it is kept. Fails for one of the environment. */
  forget: base.input(z.object({ origin })).output(z.void()),
}
