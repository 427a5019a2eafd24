import { z } from 'zod'
import { count, id, time } from './fields.ts'

/** Something the writer should know of an imported text: what was left out, or a sentence that speaks to the model. */
const notice = z.object({ sentence: z.string(), quote: z.string().optional() })

/**
 * Imported source material. `key` is what citations name (`[@key]`), unique in the project; `csl` describes it as CSL
 * JSON does (title, author, issued, …); `hash` is of the text it was cut from; `passages` says how many there are, none
 * for a description without a text.
 */
export const reference = z.object({
  id: id('reference'),
  key: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u),
  title: z.string(),
  source: z.string(),
  csl: z.record(z.string(), z.unknown()),
  passages: count,
  hash: z.string(),
  at: time,
  notices: z.array(notice).optional(),
})

/** One citable piece of a reference, on the shelf; `n` counts from 1, `heading` is what it stands under. */
export const passage = z.object({
  id: id('passage'),
  reference: id('reference'),
  n: count,
  heading: z.string(),
  text: z.string(),
})

/** What an embedding model makes of one passage, on the shelf: `model` names it, since those of two do not compare. */
export const vector = z.object({
  id: id('vector'),
  passage: id('passage'),
  model: z.string(),
  numbers: z.array(z.number()),
})
