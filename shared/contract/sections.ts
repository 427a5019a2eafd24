import { z } from 'zod'
import { recordSchemas, stateSchemas } from '../records.ts'
import { base, project } from './base.ts'

export const sections = {
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
  /**
   * Wishes for two to four more drafts of a section to choose from. The next run writes them as proposals; what stands
   * stays, and those wished for before are still written.
   */
  candidates: base
    .input(z.object({ project, section: recordSchemas.section.shape.id, count: z.int().min(2).max(4) }))
    .output(z.void()),
  /** Stops what is being written for one section, and leaves it be until it is tried again. */
  hold: base.input(z.object({ project, section: recordSchemas.section.shape.id })).output(z.void()),
  /** Lets the loop take up a section that was held, or that failed at its bounds. */
  retry: base.input(z.object({ project, section: recordSchemas.section.shape.id })).output(z.void()),
}
