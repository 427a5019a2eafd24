import { z } from 'zod'
import { count, fault, id, time } from './fields.ts'

/**
 * What a work order is about: a seam that reads badly; matter told twice; two sections that contradict each other; one
 * thing under two names; openings that are alike; the lead or abstract, written last; a change of memory or of the
 * plan that follows from what the writer wrote; a section whose text no longer fits what it rests on; a command that the
 * writer gave.
 */
const orderKinds = [
  'seam',
  'duplicate',
  'contradiction',
  'term',
  'opening',
  'lead',
  'memory',
  'plan',
  'text',
  'command',
] as const

/** A place in a text: UTF-16 units, what stands there, and the letters around it. */
const place = z.object({
  from: count,
  to: count,
  quote: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
})

/**
 * Something that is to be done to one section, for the writer to run, edit or drop; nothing happens before. `sentence`
 * says what is the matter, `places` show it word for word, `advice` says what to do and is what the model is told.
 * `suspected`: the reviewer is still to say whether it is so; nobody is shown it; `like` names the one whose answer is its
 * own. `asked`: the next run does it, and its text is a proposal, `draft`. `madeFrom` is the hash of what it was found in;
 * `take` counts how often it was asked for.
 *
 * An order that changes memory or plan holds the change in `put` and `remove` and needs no model; `basis` is the hash of
 * what stood where it changes something, and once it is done `undo` leads back. A command says by name which it is, its
 * `selection` is the place in the current text that it is about (none: the whole section), `where` its result goes,
 * `words` how long that is to be. `edits` are what the proposal changes in the text; those of a `term` are known before.
 * The `fault` of one that ended says in what its text falls short.
 */
export const order = <Put extends z.ZodType>(put: Put) =>
  z.object({
    id: id('order'),
    kind: z.enum(orderKinds),
    section: id('section'),
    sentence: z.string(),
    places: z.array(z.object({ section: id('section'), quote: z.string() })),
    advice: z.string(),
    status: z.enum(['suspected', 'open', 'asked', 'ended', 'failed', 'dropped']),
    by: z.enum(['code', 'model', 'writer']),
    madeFrom: z.string(),
    take: count,
    at: time,
    like: id('order').optional(),
    put: z.array(put).optional(),
    remove: z.array(z.string()).optional(),
    basis: z.string().optional(),
    undo: z.object({ put: z.array(put), remove: z.array(z.string()) }).optional(),
    command: z.string().optional(),
    selection: place.optional(),
    where: z.enum(['replace', 'after', 'whole']).optional(),
    words: z.object({ min: count.optional(), max: count.optional() }).optional(),
    edits: z.array(place.extend({ text: z.string() })).optional(),
    draft: id('draft').optional(),
    fault: fault.optional(),
  })
