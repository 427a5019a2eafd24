import { z } from 'zod'
import { recordSchemas } from '../records.ts'
import { base, project } from './base.ts'

export const calls = {
  /** Prompt, reply and thinking of one call; null where its process died before they were saved. */
  body: base
    .input(z.object({ project, call: recordSchemas.call.shape.id }))
    .output(recordSchemas.body.nullable()),
}
