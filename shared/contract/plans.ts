import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, count, project } from './base.ts'

export const plans = {
  /** The writer says yes to the plan; the next run drafts it. */
  approve: base.input(z.object({ project })).output(z.void()),
  /**
   * Asks for a part of the outline (all of it for null) to be planned anew, with a note to the planner, by the run that
   * works or by the next. Sections with text and those on hold stay as they are; with `drafted` a change is proposed for
   * those whose text is a model's. Gives the order that was made of it. Fails with `usage` where nothing is left to plan.
   */
  replan: base
    .input(
      z.object({
        project,
        section: recordSchemas.section.shape.id.nullable(),
        note: z.string(),
        drafted: z.boolean().exactOptional(),
      }),
    )
    .output(z.object({ order: recordSchemas.order.shape.id })),
  /**
   * Takes a Markdown or plain text, or without one the texts of this project, for the pattern of the plan: its parts and
   * their shares are found at once, what each does by the next run. Gives how many parts there are. Fails with
   * `brief-invalid` where there is no text.
   */
  learn: base
    .input(z.object({ project, text: z.string().exactOptional() }))
    .output(z.object({ parts: count })),
  /** Puts a pattern in the brief, or with null leaves it out: what was there goes back the same way. */
  setPattern: base
    .input(z.object({ project, pattern: stateSchemas.brief.shape.pattern.unwrap().nullable() }))
    .output(z.void()),
}
