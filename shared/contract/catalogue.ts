import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, count, path, positive } from './base.ts'

/** Where a download stands: not begun, some of it there, arriving, being checked, held, or whole and checked. */
const state = z.enum(['none', 'partial', 'downloading', 'checking', 'paused', 'here'])

const progress = z.object({
  received: count,
  bytes: count,
  /** Over the last seconds; 0 where nothing arrives. */
  bytesPerSecond: z.number().nonnegative(),
  state,
  /** What went wrong. Where it is `paused`, with what to do; else it goes on all the same. */
  trouble: z.string().exactOptional(),
})
export type DownloadProgress = z.infer<typeof progress>

const id = z.string().min(1)

export const catalogue = {
  /**
   * Open models that can be had as one file. `memory` is what one needs while it runs, in bytes; `fits` says whether this
   * machine has that, `suggested` is at most one of those. `model` is its id once it is here. With `look` it is found out
   * first what computes here, where that is not known, which may take seconds.
   */
  list: base.input(z.object({ look: z.boolean().exactOptional() })).output(
    z
      .array(
        z.object({
          id,
          name: z.string(),
          about: z.string(),
          file: z.string(),
          url: z.url(),
          bytes: positive,
          sha256: z.string(),
          memory: positive,
          licence: z.string(),
          contextSize: positive,
          fits: z.boolean(),
          suggested: z.boolean(),
          state,
          received: count,
          model: z.string(),
          trouble: z.string().exactOptional(),
        }),
      )
      .readonly(),
  ),
  /**
   * Begins a download or goes on with it, and tells how it goes until it has ended or is paused; what was removed since the
   * start is back at once. Who stops listening does not stop it. Fails with `file-unwritable` where the disk has no room.
   */
  download: base.input(z.object({ id })).output(eventIterator(progress)),
  /** Holds a download; what has arrived is kept. */
  pause: base.input(z.object({ id })).output(z.void()),
  /** Takes a file away, whole or begun. A whole one comes back with `download` until Longhand starts again. */
  remove: base.input(z.object({ id })).output(z.void()),
  /** Makes a GGUF file of the writer's own a model, where it stands; gives the model's id. */
  addFile: base.input(z.object({ path })).output(z.object({ model: z.string() })),
}
