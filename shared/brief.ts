import { parse } from 'yaml'
import { z } from 'zod'
import type { Demand } from './constraints/demand.ts'
import { reach, type Placement } from './constraints/placement.ts'
import { AppError } from './errors.ts'
import type { Brief, Constraint } from './records.ts'

const words = z.int().positive()
const unit = z.int().positive()
const phrase = z.coerce.string().trim().min(1)
const flag = z.union([z.literal(true), z.null()])

const requirementSchema = z.strictObject({
  say: phrase.optional(),
  avoid: phrase.optional(),
  rule: phrase.optional(),
  at: unit.optional(),
  from: unit.optional(),
  to: unit.optional(),
  every: z.strictObject({ n: unit, from: unit.default(1), to: unit.optional() }).optional(),
  each: flag.optional(),
  document: flag.optional(),
})
type Requirement = z.infer<typeof requirementSchema>

const frontMatterSchema = z.looseObject({
  title: phrase.optional(),
  form: phrase.optional(),
  language: phrase.optional(),
  reader: phrase.optional(),
  voice: phrase.optional(),
  words: words.optional(),
  units: z
    .strictObject({
      label: phrase.default('Section'),
      count: unit.max(10_000).optional(),
      words: z.strictObject({ min: words.optional(), max: words.optional() }).optional(),
    })
    .optional(),
  requirements: z.array(requirementSchema).default([]),
})
type FrontMatter = z.infer<typeof frontMatterSchema>

/** A brief as it was read: the record, and the constraints its front matter states. */
export type ReadBrief = { readonly brief: Brief; readonly constraints: readonly Constraint[] }

const invalid = (sentence: string): never => {
  throw new AppError('brief-invalid', `The brief cannot be used: ${sentence}`, 'Nothing was written.')
}

const conflict = (sentence: string): never => {
  throw new AppError('brief-conflict', `The brief contradicts itself: ${sentence}`, 'Nothing was written.')
}

const splitFrontMatter = (source: string): { readonly head: string; readonly text: string } => {
  const match = /^---[ \t]*\r?\n(?<head>[\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/u.exec(source)
  return match
    ? { head: match.groups?.['head'] ?? '', text: source.slice(match[0].length) }
    : { head: '', text: source }
}

const readFrontMatter = (head: string): FrontMatter => {
  let value: unknown
  try {
    value = parse(head) ?? {}
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n')
    return invalid(`its front matter is not YAML (${reason}).`)
  }
  const read = frontMatterSchema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  return invalid(
    `in its front matter, ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'unreadable'}.`,
  )
}

const demandOf = ({ say, avoid, rule }: Requirement, number: number): Demand => {
  const demands: readonly Demand[] = [
    ...(say === undefined ? [] : [{ kind: 'mentions', params: { text: say } } as const]),
    ...(avoid === undefined ? [] : [{ kind: 'avoids', params: { text: avoid } } as const]),
    ...(rule === undefined ? [] : [{ kind: 'rule', params: { text: rule } } as const]),
  ]
  const [demand] = demands
  return demand && demands.length === 1
    ? demand
    : invalid(`requirement ${number} needs exactly one of say, avoid or rule.`)
}

const placementOf = (asked: Requirement, number: number): Placement => {
  const { at, from, to, every } = asked
  const range = from !== undefined || to !== undefined
  if (range && (from === undefined || to === undefined || to < from)) {
    return invalid(`requirement ${number} needs "from" and "to", the first not after the second.`)
  }
  const placements: readonly Placement[] = [
    ...(at === undefined ? [] : [{ where: 'once', at } as const]),
    ...(from === undefined || to === undefined ? [] : [{ where: 'range', from, to } as const]),
    ...(every === undefined ? [] : [{ where: 'every', ...every } as const]),
    ...(asked.each === undefined ? [] : [{ where: 'each' } as const]),
    ...(asked.document === undefined ? [] : [{ where: 'document' } as const]),
  ]
  if (placements.length > 1) return invalid(`requirement ${number} says more than one place.`)
  return placements[0] ?? { where: 'document' }
}

const titleOf = (front: FrontMatter, text: string, fallback: string): string =>
  front.title ?? /^#{1,6}[ \t]+(?<title>.*?)[ \t#]*$/mu.exec(text)?.groups?.['title'] ?? fallback

const han = /\p{Script=Han}/gu

/** The language of a text by its letters: Chinese when a fifth of it is Han, else English. */
const languageOf = (text: string): string => ((text.match(han)?.length ?? 0) * 5 > text.length ? 'zh' : 'en')

const lengthConstraints = ({ units, words: whole }: FrontMatter): readonly Constraint[] => {
  const base = { confirmed: true } as const
  const { min, max } = units?.words ?? {}
  const each: Constraint = {
    ...base,
    id: 'constraint:length-each',
    placement: { where: 'each' },
    ...(units?.words && (min ?? max) !== undefined
      ? {
          demand: { kind: 'length', params: { ...(min && { min }), ...(max && { max }) } },
          origin: { from: 'front matter', quote: `units.words: ${JSON.stringify(units.words)}` },
        }
      : { demand: { kind: 'length', params: { within: 0.1 } }, origin: { from: 'plan', quote: '' } }),
  }
  if (whole === undefined) return [each]
  const params = { min: Math.round(whole * 0.9), max: Math.round(whole * 1.1) }
  const origin = { from: 'front matter', quote: `words: ${whole}` } as const
  const demand = { kind: 'length', params } as const
  return [each, { ...base, id: 'constraint:length-whole', demand, placement: { where: 'document' }, origin }]
}

const checkSums = ({ units, words: whole }: FrontMatter, constraints: readonly Constraint[]): void => {
  const { min = 0, max = Infinity } = units?.words ?? {}
  if (min > max) conflict(`units.words asks for at least ${min} and at most ${max} words.`)
  const count = units?.count
  if (count === undefined) return
  if (whole !== undefined && (count * min > whole * 1.1 || count * max < whole * 0.9)) {
    conflict(`${count} units of ${min} to ${max} words cannot add up to ${whole} words.`)
  }
  for (const { placement, origin } of constraints) {
    if (reach(placement) > count) conflict(`"${origin.quote}" lies outside its ${count} units.`)
  }
}

/**
 * Reads a brief: Markdown with optional YAML front matter. Throws `AppError` (`brief-invalid`, `brief-conflict`)
 * with the field that is wrong. `name` is the title of a brief that has none.
 */
export const readBrief = (source: string, name = 'Untitled'): ReadBrief => {
  const { head, text } = splitFrontMatter(source.replace(/^\uFEFF/u, ''))
  const front = readFrontMatter(head)
  if (!text.trim() && !head.trim()) invalid('it is empty.')
  const placed = front.requirements.map((asked, i): Constraint => ({
    id: `constraint:r${i + 1}`,
    demand: demandOf(asked, i + 1),
    placement: placementOf(asked, i + 1),
    origin: { from: 'front matter', quote: JSON.stringify(asked) },
    confirmed: true,
  }))
  checkSums(front, placed)
  const { form = 'text', reader, voice, words: whole, units } = front
  const brief: Brief = {
    id: 'brief:self',
    title: titleOf(front, text, name),
    form,
    language: front.language ?? languageOf(text),
    text: text.trim(),
    ...(reader && { reader }),
    ...(voice && { voice }),
    ...(whole && { words: whole }),
    ...(units && {
      units: {
        label: units.label,
        ...(units.count && { count: units.count }),
        ...(units.words && { words: units.words }),
      },
    }),
  }
  return { brief, constraints: [...lengthConstraints(front), ...placed] }
}
