import { z } from 'zod'
import { demandSchema } from './constraints/demand.ts'
import { verdicts } from './constraints/kind.ts'
import { placementSchema } from './constraints/placement.ts'
import { count, fault, id, time } from './records/fields.ts'
import { order as orderOf } from './records/order.ts'
import { passage, reference, vector } from './records/reference.ts'
import { body, call, run, step } from './records/run.ts'
import { writingOrders } from './records/writing-orders.ts'

const wordsRange = z.object({ min: count.optional(), max: count.optional() })

/** One work. `seed` makes the whole run repeatable with a model that honours seeds. */
const project = z.object({ id: id('project'), title: z.string(), seed: count, createdAt: time })

/**
 * What the units of a work are: chapters, weeks, floors, blocks. `words` is what each of them may have. Where they are
 * spans of time, `from` is the first day of the first (ISO 8601, `2018-01-01`) and `span` how long each is; blocks of a
 * grid are numbered row by row, `width` to a row.
 */
const units = z.object({
  label: z.string(),
  count: count.optional(),
  words: wordsRange.optional(),
  from: z.iso.date().optional(),
  span: z.enum(['day', 'week', 'month', 'year']).optional(),
  grid: z.object({ width: count, height: count }).optional(),
})

/**
 * One part of a work that is a pattern for the plan: its `share` of the whole (0 to 1), and in `entry` what it does.
 * `text` is what a model has yet to read to say so.
 */
const part = z.object({
  title: z.string(),
  entry: z.string(),
  share: z.number().min(0).max(1),
  text: z.string().optional(),
})

/**
 * What the writer asks for. `text` is the brief in plain words; `words` the whole length wanted; `pattern` the parts of
 * a work whose plan this one is to be like; `order` that in which sections are to be written, as the plan says where it
 * is left out.
 */
const brief = z.object({
  id: id('brief'),
  title: z.string(),
  form: z.string(),
  language: z.string(),
  text: z.string(),
  reader: z.string().optional(),
  voice: z.string().optional(),
  words: count.optional(),
  units: units.optional(),
  order: z.enum(writingOrders).optional(),
  pattern: z.array(part).optional(),
})

/**
 * One checkable requirement. `quote` is what the writer wrote that it was read from, verbatim. `confirmed` is false for
 * what a model proposed and for what could not be placed, until the writer says yes. A `muted` one is owed by nobody;
 * one `mended` by the writer stands as they left it, as long as its quote stands in the brief.
 */
const constraint = z.object({
  id: id('constraint'),
  demand: demandSchema,
  placement: placementSchema,
  origin: z.object({ from: z.enum(['front matter', 'brief', 'hand', 'plan', 'model']), quote: z.string() }),
  confirmed: z.boolean(),
  muted: z.boolean().optional(),
  mended: z.boolean().optional(),
})

/** The plan as a whole. `madeFrom` is the hash of brief and constraints; `notes` say what code had to mend. */
const plan = z.object({
  id: id('plan'),
  status: z.enum(['proposed', 'approved']),
  madeFrom: z.string(),
  notes: z.array(z.string()),
})

/**
 * A node of the plan; only leaves hold text. `order` sorts siblings; `unit` is the number of the unit it fills;
 * `owns` is matter that it alone treats, `leaves` matter it must leave to others; `after` must be settled first;
 * `take` counts how often the writer asked for a fresh draft, `note` is what they asked for, `candidates` how many
 * more drafts of this take they wished to choose from; a section on `hold` is left alone by the loop.
 */
const section = z.object({
  id: id('section'),
  parent: id('section').nullable(),
  order: z.number(),
  title: z.string(),
  intent: z.string(),
  words: count,
  unit: count.nullable(),
  owns: z.array(z.string()),
  leaves: z.array(z.string()),
  after: z.array(id('section')),
  take: count,
  note: z.string().optional(),
  candidates: count.optional(),
  hold: z.boolean().optional(),
})

/**
 * One text of one section. `streaming`: letters still arrive (they stand in the live table, not here).
 * `candidate`: a revision waiting for its review. `proposal`: waits for the writer. The rest stand on the shelf.
 * `root` is the first draft of its take, `round` the revision round; `edition` counts the writer's saves. `passages` are
 * those that its prompt showed and that it may cite; none at all where there were no references.
 */
const draft = z.object({
  id: id('draft'),
  section: id('section'),
  author: z.enum(['model', 'writer']),
  parent: id('draft').nullable(),
  root: id('draft'),
  round: count,
  edition: count,
  standing: z.enum(['streaming', 'candidate', 'current', 'proposal', 'superseded', 'dropped', 'partial']),
  text: z.string(),
  passages: z.array(id('passage')).optional(),
  fault: fault.optional(),
  at: time,
})

/** A finding names the duty's constraint, or a fault of its own; `quote` is verbatim from the draft. */
const finding = z.object({
  constraint: id('constraint').nullable(),
  fault: z.string().optional(),
  verdict: z.enum(verdicts),
  quote: z.string().optional(),
  advice: z.string().optional(),
  by: z.enum(['code', 'model']),
})

/** The verdicts on one draft. `madeFrom` is the hash of the text and the duties; when that changes it is stale. */
const review = z.object({
  id: id('review'),
  draft: id('draft'),
  section: id('section'),
  madeFrom: z.string(),
  findings: z.array(finding),
})

/**
 * Something later sections must not contradict, true from `section` on, up to `until` where that is said. A `summary`
 * tells a section in brief, or, by its `level`, a part (`section` is the part) or the whole (`section` is its last).
 * What the writer wrote or changed (`by`) is never written over.
 */
const memory = z.object({
  id: id('memory'),
  section: id('section'),
  until: id('section').optional(),
  level: z.enum(['section', 'part', 'whole']).optional(),
  by: z.enum(['model', 'writer']).optional(),
  about: z.enum(['summary', 'person', 'place', 'term', 'event']),
  name: z.string(),
  fact: z.string(),
  madeFrom: z.string(),
})

/** The join of two neighbouring sections; `advice` is a work order for the writer, null where it reads well. */
const seam = z.object({
  id: id('seam'),
  left: id('section'),
  right: id('section'),
  madeFrom: z.string(),
  advice: z.string().nullable(),
})

/** A change of memory or plan that waits in an order. */
const order = orderOf(z.union([memory, section]))

/** What the work needs at hand: one map per kind in the project's state. */
export const stateSchemas = {
  project,
  brief,
  constraint,
  plan,
  section,
  draft,
  review,
  memory,
  seam,
  order,
  reference,
  run,
  step,
  call,
} as const

/** Every saved thing by kind; those that are not in the state stand on the shelf. */
export const recordSchemas = { ...stateSchemas, body, passage, vector } as const

export type StateKind = keyof typeof stateSchemas
export type RecordKind = keyof typeof recordSchemas
export type RecordOf<Kind extends RecordKind> = z.infer<(typeof recordSchemas)[Kind]>
export type AnyRecord = { [Kind in RecordKind]: RecordOf<Kind> }[RecordKind]

export type Project = RecordOf<'project'>
export type Brief = RecordOf<'brief'>
export type Units = z.infer<typeof units>
export type Part = z.infer<typeof part>
export type Constraint = RecordOf<'constraint'>
export type Plan = RecordOf<'plan'>
export type Section = RecordOf<'section'>
export type Draft = RecordOf<'draft'>
export type Review = RecordOf<'review'>
export type Finding = z.infer<typeof finding>
export type Fault = z.infer<typeof fault>
export type Memory = RecordOf<'memory'>
export type Seam = RecordOf<'seam'>
export type Order = RecordOf<'order'>
export type Reference = RecordOf<'reference'>
export type Passage = RecordOf<'passage'>
export type Vector = RecordOf<'vector'>
export type Run = RecordOf<'run'>
export type Step = RecordOf<'step'>
export type Call = RecordOf<'call'>
export type Body = RecordOf<'body'>

export type SectionId = Section['id']
export type DraftId = Draft['id']

export const stateKinds = Object.keys(stateSchemas) as readonly StateKind[]

/** The kind an id names, or null for an id of no known kind. */
export const kindOf = (recordId: string): RecordKind | null => {
  const kind = recordId.slice(0, recordId.indexOf(':'))
  return Object.hasOwn(recordSchemas, kind) ? (kind as RecordKind) : null
}

const anyRecord = z.looseObject({ id: z.string() })

/** Checks one record as it is read from a file or a port; throws a zod error where it is not valid. */
export const readRecord = (value: unknown): AnyRecord => {
  const { id: recordId } = anyRecord.parse(value)
  const kind = kindOf(recordId)
  if (!kind) throw new Error(`no record kind for ${recordId.slice(0, 40)}`)
  return recordSchemas[kind].parse(value)
}
