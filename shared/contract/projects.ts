import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { ProjectEvent } from '../project-state.ts'
import { recordSchemas } from '../records.ts'
import { base, count, record, project, path } from './base.ts'

const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('change'),
    seq: count,
    put: z.array(record).readonly(),
    remove: z.array(z.string()).readonly(),
  }),
  z.object({
    type: z.literal('text'),
    seq: count,
    parts: z.array(z.object({ draft: recordSchemas.draft.shape.id, at: count, text: z.string() })).readonly(),
  }),
  z.object({ type: z.literal('notice'), sentence: z.string(), next: z.string() }),
]) satisfies z.ZodType<ProjectEvent>

/** What a watcher is told first: the whole state, and the name by which it says how far it has read. */
const open = z.object({
  type: z.literal('open'),
  watcher: z.string(),
  seq: count,
  records: z.array(record).readonly(),
  live: z.map(z.string(), z.string()).readonly(),
})

const watched = z.discriminatedUnion('type', [open, ...event.options])
export type Watched = z.infer<typeof watched>

export const projects = {
  /** What the first screen shows: where new projects go, those opened lately (newest first), and the samples. */
  known: base.input(z.object({})).output(
    z.object({
      folder: path,
      recent: z
        .array(z.object({ path, title: z.string(), openedAt: z.number(), isThere: z.boolean() }))
        .readonly(),
      samples: z
        .array(z.object({ name: z.string(), title: z.string(), form: z.string(), source: z.string() }))
        .readonly(),
    }),
  ),
  /** Makes a project of a Markdown or plain text: its headings become sections, its text the writer's own drafts. */
  import: base
    .input(z.object({ text: z.string(), name: z.string(), folder: path }))
    .output(z.object({ project, sections: count })),
  /** Saves a copy beside the project, under a name that is free. */
  copy: base.input(z.object({ project })).output(z.object({ path })),
  /**
   * Makes a project of a brief and opens it. Without `path` it takes `name`, or else the brief's title, in
   * `folder`, with a number if need be. `name` is also the title of a brief that has none. Overwrites nothing.
   */
  create: base
    .input(
      z.object({
        source: z.string(),
        name: z.string().exactOptional(),
        path: path.exactOptional(),
        folder: path,
        seed: z.int().min(0).max(0xffff_ffff).exactOptional(),
      }),
    )
    .output(z.object({ project })),
  /** Opens a project file, or joins it where it is open already. */
  open: base.input(z.object({ path })).output(z.object({ project })),
  /** Ends its run, if it has one, then closes the file. */
  close: base.input(z.object({ project })).output(z.void()),
  /**
   * The state, then every event with a higher `seq`. Ends with `behind` when the watcher has left too much unread
   * (open again: the state then holds it all), or with `closed` when the project is closed.
   */
  watch: base.input(z.object({ project })).output(eventIterator(watched, z.enum(['behind', 'closed']))),
  /** How many items of its `watch` a watcher has read so far: what lets more be sent. */
  seen: base.input(z.object({ watcher: z.string(), items: count })).output(z.void()),
}
