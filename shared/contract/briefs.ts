import { z } from 'zod'
import { stateSchemas } from '../records.ts'
import { base, project, conflict } from './base.ts'

export const briefs = {
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
