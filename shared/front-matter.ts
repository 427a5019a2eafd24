import { parse } from 'yaml'
import { z } from 'zod'
import { demandFields, demandOf } from './constraints/demand.ts'
import { AppError } from './errors.ts'
import { writingOrders } from './records/writing-orders.ts'

const words = z.int().positive()
const unit = z.int().positive()
const phrase = z.string().trim().min(1)
const flag = z.union([z.literal(true), z.null()], { error: 'it can only be true, or be left out' })
const units = z.union([unit, z.array(unit).min(1)], { error: 'a number is wanted, or a list of them' })

const placementFields = {
  at: units.optional(),
  from: unit.optional(),
  to: unit.optional(),
  every: z.strictObject({ n: unit, from: unit.default(1), to: unit.optional() }).optional(),
  each: flag.optional(),
  document: flag.optional(),
}
/** The part of a requirement that says where. */
export const placed = z.object(placementFields)
/** Words behind one that asks for something: those that it cannot make sense of are refused. */
const demanded = (field: string) =>
  phrase.refine((text) => demandOf(field, text) !== null, {
    error: ({ input }) => `"${String(input)}" is not understood`,
  })

const requirementSchema = z.strictObject({
  ...placementFields,
  ...Object.fromEntries(demandFields.map((field) => [field, demanded(field).optional()])),
})
/** One requirement as front matter states it. */
export type Requirement = z.infer<typeof requirementSchema>

/** What people keep in the front matter of their notes; a brief takes no notice of it. */
const usualNotes = ['aliases', 'author', 'created', 'cssclasses', 'date', 'id', 'status', 'tags', 'updated']

const frontMatterSchema = z.strictObject({
  ...Object.fromEntries(usualNotes.map((field) => [field, z.unknown().optional()])),
  title: phrase.optional(),
  form: phrase.optional(),
  language: phrase.optional(),
  reader: phrase.optional(),
  voice: phrase.optional(),
  words: words.optional(),
  units: z
    .strictObject({
      label: phrase.exactOptional(),
      count: unit.max(10_000).optional(),
      words: z.strictObject({ min: words.optional(), max: words.optional() }).optional(),
      from: z.iso.date().optional(),
      span: z.enum(['day', 'week', 'month', 'year']).optional(),
      grid: z.strictObject({ width: unit, height: unit }).optional(),
    })
    .optional(),
  order: z.enum(writingOrders, { error: 'it can only be sequence or parallel' }).optional(),
  requirements: z.array(requirementSchema).default([]),
})
/** The front matter of a brief. */
export type FrontMatter = z.infer<typeof frontMatterSchema>

/** Refuses a brief with a sentence on what is wrong with it. */
export const invalid = (sentence: string): never => {
  throw new AppError('brief-invalid', `The brief cannot be used: ${sentence}`, 'Nothing was written.')
}

/** A brief's front matter and its text. */
export const splitFrontMatter = (source: string): { readonly head: string; readonly text: string } => {
  const match = /^---[ \t]*\r?\n(?<head>[\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/u.exec(source)
  if (match) return { head: match.groups?.['head'] ?? '', text: source.slice(match[0].length) }
  if (/^---[ \t]*\r?\n\s*\w+:/u.test(source)) invalid('its front matter has no line "---" that closes it.')
  return { head: '', text: source }
}

/** A field as a writer would point at it: `requirement 2, at`. */
const fieldName = (path: readonly PropertyKey[]): string => {
  const [first, number, ...rest] = path.map(String)
  if (first === 'requirements' && number !== undefined) {
    return [`requirement ${Number(number) + 1}`, ...rest].join(', ')
  }
  return path.length === 0 ? 'the whole' : path.map(String).join('.')
}

const unknownField = (keys: readonly string[]): string =>
  `${keys.map((key) => `"${key}"`).join(' and ')} ${keys.length > 1 ? 'are no words' : 'is no word'} a brief knows`

const issueSentence = (issue: z.core.$ZodIssue): string => {
  const place = fieldName(issue.path)
  if (issue.code === 'unrecognized_keys') return `${place}: ${unknownField(issue.keys)}`
  if (issue.code === 'invalid_type' && issue.expected === 'string')
    return `${place}: words are wanted; put them in quotes`
  if (issue.code === 'invalid_type' && issue.expected === 'array') return `${place}: a list is wanted`
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return `${place}: "name: value" pairs are wanted`
  if (issue.code === 'invalid_type')
    return `${place}: a ${issue.expected === 'int' ? 'whole number' : issue.expected} is wanted`
  if (issue.code === 'too_small') return `${place}: it is empty or too small`
  if (issue.code === 'too_big') return `${place}: it is too big`
  return `${place}: ${issue.message}`
}

/** Reads front matter; says all that is wrong with it at once, in a writer's words. */
export const readFrontMatter = (head: string): FrontMatter => {
  let value: unknown
  try {
    value = parse(head) ?? {}
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(' at line ')
    return invalid(`its front matter is not YAML: ${reason.split('\n')[0]}.`)
  }
  const read = frontMatterSchema.safeParse(value)
  if (read.success) return read.data
  return invalid(`in its front matter, ${read.error.issues.map(issueSentence).join('; ')}.`)
}
