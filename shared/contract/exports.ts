import { z } from 'zod'
import { base, count, project, path } from './base.ts'

/** The style that citations are set in; the first of `styles` where it is not said. */
const citations = z.string().exactOptional()

export const exportMethods = {
  /** Writes the manuscript in the form its extension names; refuses to overwrite unless told to. */
  write: base
    .input(z.object({ project, path, overwrite: z.boolean().exactOptional(), citations }))
    .output(z.object({ path, bytes: count })),
  /** The manuscript in one form, for a download: a safe file name, and the bytes in base 64. */
  make: base
    .input(z.object({ project, format: z.string(), citations }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  /** The forms a manuscript can be exported in. */
  list: base
    .input(z.object({}))
    .output(z.array(z.object({ id: z.string(), extension: z.string(), name: z.string() })).readonly()),
  /** The styles that citations can be set in, each with a citation as it makes it. */
  styles: base
    .input(z.object({}))
    .output(z.array(z.object({ id: z.string(), name: z.string(), example: z.string() })).readonly()),
}
