import { z } from 'zod'
import { recordSchemas } from '../records.ts'
import { base, count, project } from './base.ts'

const savedDraft = z.object({
  draft: recordSchemas.draft.shape.id,
  edition: count,
  standing: z.enum(['current', 'proposal']),
})

export const drafts = {
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
  /** Makes a proposal that was dropped or accepted wait again. Fails with `stale` while it stands. */
  propose: base.input(z.object({ project, draft: recordSchemas.draft.shape.id })).output(z.void()),
  /** Every text a section ever had that was saved, newest first, those that failed or were dropped included. */
  history: base
    .input(z.object({ project, section: recordSchemas.section.shape.id }))
    .output(z.array(recordSchemas.draft).readonly()),
  /** Puts the text of an old draft in place again, as a new draft of the writer's. */
  restore: base.input(z.object({ project, draft: recordSchemas.draft.shape.id })).output(savedDraft),
}
