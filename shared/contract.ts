import { eventIterator, oc, type ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { Conflict } from './constraints/conflicts.ts'
import { errorCodes } from './errors.ts'
import type { ProjectEvent } from './project-state.ts'
import { readRecord, recordSchemas, stateSchemas, type AnyRecord } from './records.ts'

/** An expected failure as it crosses a port; on the other side it is an `AppError` again. */
const failure = z.object({ code: z.enum(errorCodes), sentence: z.string(), next: z.string() })
export type Failure = z.infer<typeof failure>

const base = oc.errors({ FAILED: { status: 422, message: 'Failed', data: failure } })
const count = z.int().nonnegative()
const positive = z.int().positive()

const isRecord = (value: unknown): boolean => {
  try {
    return Boolean(readRecord(value))
  } catch {
    return false
  }
}
const record = z.custom<AnyRecord>(isRecord, { error: 'not a record' })

/** The path of an open project, as `create` or `open` gave it: its name in every other call. */
const project = z.string().min(1)
const path = z.string().min(1)

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

const modelChoice = z.object({
  id: z.string().min(1),
  baseUrl: z.string().exactOptional(),
  apiKey: z.string().exactOptional(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
})

const savedDraft = z.object({
  draft: recordSchemas.draft.shape.id,
  edition: count,
  standing: z.enum(['current', 'proposal']),
})

const conflict = z.object({
  level: z.enum(['conflict', 'warning']),
  sentence: z.string(),
  quotes: z.array(z.string()).readonly(),
  ways: z.array(z.string()).readonly(),
  constraints: z.array(recordSchemas.constraint.shape.id).readonly(),
}) satisfies z.ZodType<Conflict>

const briefs = {
  /** Reads a brief without making anything of it. */
  read: base.input(z.object({ source: z.string(), name: z.string().exactOptional() })).output(
    z.object({
      brief: stateSchemas.brief,
      constraints: z.array(stateSchemas.constraint).readonly(),
      conflicts: z.array(conflict).readonly(),
    }),
  ),
  /**
   * Puts a changed brief in the place of the project's. What the writer decided about its constraints stays decided while
   * their words stand in it. Nothing is written anew by itself: what became stale shows as such.
   */
  save: base.input(z.object({ project, source: z.string() })).output(z.void()),
}

const constraints = {
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

const projects = {
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

const plans = {
  /** The writer says yes to the plan; the next run drafts it. */
  approve: base.input(z.object({ project })).output(z.void()),
}

const sections = {
  /**
   * Puts and removes sections of the outline. What is removed goes to the shelf with its drafts; a section put again
   * under the same id has them back, so that the inverse of every change is a change.
   */
  change: base
    .input(
      z.object({
        project,
        put: z.array(stateSchemas.section).readonly(),
        remove: z.array(recordSchemas.section.shape.id).readonly(),
      }),
    )
    .output(z.void()),
  /** Asks for a fresh draft of a section, with a note to the writer model. The next run writes it. */
  redo: base
    .input(z.object({ project, section: recordSchemas.section.shape.id, note: z.string() }))
    .output(z.void()),
  /** Stops what is being written for one section, and leaves it be until it is tried again. */
  hold: base.input(z.object({ project, section: recordSchemas.section.shape.id })).output(z.void()),
  /** Lets the loop take up a section that was held, or that failed at its bounds. */
  retry: base.input(z.object({ project, section: recordSchemas.section.shape.id })).output(z.void()),
}

const runs = {
  /**
   * Starts a run and resolves once it has begun; `run` is its number. Fails with `brief-conflict` where the brief stands
   * in its own way.
   */
  start: base
    .input(
      z.object({
        project,
        model: modelChoice,
        lanes: positive.exactOptional(),
        approve: z.enum(['auto', 'ask']),
        maxTokens: positive.exactOptional(),
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

const drafts = {
  /**
   * Saves what the writer typed. `base` is what it was made from, null for a section without text. Answers where
   * the text went: `current`, or a `proposal` where another text had been saved meanwhile.
   */
  save: base
    .input(
      z.object({
        project,
        section: recordSchemas.section.shape.id,
        text: z.string(),
        base: z.object({ draft: recordSchemas.draft.shape.id, edition: count }).nullable(),
        origin: z.string(),
      }),
    )
    .output(savedDraft),
  /** Accepts a proposal: whole, or (with `text`) as the text that the writer made of both. */
  accept: base
    .input(z.object({ project, draft: recordSchemas.draft.shape.id, text: z.string().exactOptional() }))
    .output(savedDraft),
  /** Drops a proposal; it stays in the history. */
  drop: base.input(z.object({ project, draft: recordSchemas.draft.shape.id })).output(z.void()),
  /** Every text a section ever had that was saved, newest first, those that failed or were dropped included. */
  history: base
    .input(z.object({ project, section: recordSchemas.section.shape.id }))
    .output(z.array(recordSchemas.draft).readonly()),
  /** Puts the text of an old draft in place again, as a new draft of the writer's. */
  restore: base.input(z.object({ project, draft: recordSchemas.draft.shape.id })).output(savedDraft),
}

const exports = {
  /** Writes the manuscript in the form its extension names; refuses to overwrite unless told to. */
  write: base
    .input(z.object({ project, path, overwrite: z.boolean().exactOptional() }))
    .output(z.object({ path, bytes: count })),
  /** The manuscript in one form, for a download: a safe file name, and the bytes in base 64. */
  make: base
    .input(z.object({ project, format: z.string() }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  /** The forms a manuscript can be exported in. */
  list: base
    .input(z.object({}))
    .output(z.array(z.object({ id: z.string(), extension: z.string(), name: z.string() })).readonly()),
}

const models = {
  /** Every provider with the models it offers; `trouble` says why it could not be asked. */
  list: base
    .input(z.object({ baseUrl: z.string().exactOptional(), apiKey: z.string().exactOptional() }))
    .output(
      z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            about: z.string(),
            lanes: positive,
            models: z.array(z.string()).readonly(),
            trouble: z.string().exactOptional(),
          }),
        )
        .readonly(),
    ),
  /** Fails where a choice names no provider or lacks something; asks no server. */
  check: base.input(modelChoice).output(z.object({ lanes: positive })),
  /** Asks a model for one short sentence: milliseconds to its first token, and what it said. */
  try: base.input(modelChoice).output(z.object({ firstTokenMs: z.number(), said: z.string() })),
}

/** All that may cross a port. Whatever is expected to fail fails as `FAILED`. */
export const contract = { briefs, constraints, projects, plans, sections, runs, drafts, exports, models }

/** The app as its hosts and screens see it: the contract's methods, whatever the port. */
export type Client = ContractRouterClient<typeof contract>
