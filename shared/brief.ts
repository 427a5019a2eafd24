import { conflictsOf, type Conflict } from './constraints/conflicts.ts'
import { readRequirements } from './constraints/reading/read-requirements.ts'
import type { Reading, ReadRequirement } from './constraints/reading/reading.ts'
import { invalid, readFrontMatter, splitFrontMatter, type FrontMatter } from './front-matter.ts'
import { stateSchemas, type Brief, type Constraint, type Units } from './records.ts'
import { statedLengths, statedRequirements, type Asked } from './stated-requirements.ts'
import { hashOf } from './text/hash.ts'

/**
 * A brief as it was read: the record, the constraints that its front matter and its plain words state, and what of them
 * stands in its own way. `readings` are what was read from plain words, by the constraint that it became.
 */
export type ReadBrief = {
  readonly brief: Brief
  readonly constraints: readonly Constraint[]
  readonly conflicts: readonly Conflict[]
  readonly readings: ReadonlyMap<Constraint['id'], ReadRequirement>
}

/** The first heading, without the marks that may close it; titles are no longer than a line of 300. */
const headingIn = (text: string): string | undefined =>
  /^#{1,6}[ \t]+(?<title>.{1,300})/mu.exec(text)?.groups?.['title']?.replace(/[ \t#]+$/u, '')

const titleOf = (front: FrontMatter, text: string, fallback: string): string =>
  front.title ?? headingIn(text) ?? fallback

const han = /\p{Script=Han}/gu

/** The language of a text by its letters: Chinese when a fifth of it is Han, else English. */
export const languageOf = (text: string): string =>
  (text.match(han)?.length ?? 0) * 5 > text.length ? 'zh' : 'en'

const unitsOf = (front: FrontMatter, read: Units | null): Units | undefined => {
  const { units } = front
  if (!units && !read) return undefined
  return { ...read, ...units, label: units?.label ?? read?.label ?? 'Section' }
}

/** Words to aim at where a text says how many the whole may have: above a bare minimum, below a bare maximum. */
export const aimOf = ({ words }: Pick<Reading, 'words'>): number | undefined => {
  const { min, max } = words ?? {}
  if (min !== undefined && max !== undefined) return Math.round((min + max) / 2)
  if (min !== undefined) return Math.ceil(min * 1.15)
  return max === undefined ? undefined : Math.floor(max * 0.9)
}

/** What is asked and where: two constraints that agree in it ask the same. */
export const asks = ({ demand, placement }: Asked): string => hashOf([demand, placement])

type Found = { readonly asked: Asked; readonly reading?: ReadRequirement }

const isLength =
  (where: 'each' | 'document') =>
  ({ asked: { demand, placement } }: Found): boolean =>
    demand.kind === 'length' && placement.where === where

const found = (reading: ReadRequirement): Found => {
  const { demand, placement, quote, placed } = reading
  return { asked: { demand, placement, origin: { from: 'brief', quote }, confirmed: placed }, reading }
}

/** Where nothing says how long a section is to be, it keeps to its plan. */
const asPlanned: Found = {
  asked: {
    demand: { kind: 'length', params: { within: 0.1 } },
    placement: { where: 'each' },
    origin: { from: 'plan', quote: '' },
    confirmed: true,
  },
}

/** All that is asked: lengths first, then front matter, then plain words. A length in front matter wins over theirs. */
const allAsked = (front: FrontMatter, reading: Reading): readonly Found[] => {
  const stated = statedLengths(front).map((asked): Found => ({ asked }))
  const read = reading.requirements.map(found)
  const lengths = (['each', 'document'] as const).flatMap((where) => {
    const said = stated.filter(isLength(where))
    return said.length > 0 ? said : read.filter(isLength(where))
  })
  const others = read.filter((each) => !isLength('each')(each) && !isLength('document')(each))
  return [
    ...(lengths.some(isLength('each')) ? [] : [asPlanned]),
    ...lengths,
    ...statedRequirements(front).map((asked): Found => ({ asked })),
    ...others,
  ]
}

/**
 * Names are made of what is asked and where, so that reading again gives the same; a length has the name of its place.
 * What asks the same as something before it is left out.
 */
const named = (all: readonly Found[]): Pick<ReadBrief, 'constraints' | 'readings'> => {
  const constraints = new Map<string, Constraint>()
  const readings = new Map<Constraint['id'], ReadRequirement>()
  const lengths = new Map(
    [all.find(isLength('each')), all.find(isLength('document'))].map((each, i) => [
      each,
      i === 0 ? 'length-each' : 'length-whole',
    ]),
  )
  for (const each of all) {
    const key = asks(each.asked)
    if (constraints.has(key)) continue
    const id: Constraint['id'] = `constraint:${lengths.get(each) ?? key}`
    // Records have their fields in the order of their schema, whoever made them.
    constraints.set(key, stateSchemas.constraint.parse({ ...each.asked, id }))
    if (each.reading) readings.set(id, each.reading)
  }
  return { constraints: [...constraints.values()], readings }
}

/**
 * Reads a brief: Markdown with optional YAML front matter, which wins over its plain words. Throws `AppError`
 * (`brief-invalid`) with the field that is wrong; what contradicts itself is read, and told by `conflicts`. `name` is
 * the title of a brief that has none; `said` is what its text says by itself, for whoever has read that already.
 */
export const readBrief = (source: string, name = 'Untitled', said?: Reading): ReadBrief => {
  const { head, text: body } = splitFrontMatter(source.replace(/^\uFEFF/u, ''))
  const front = readFrontMatter(head)
  const text = body.trim()
  if (!text && !head.trim()) invalid('it is empty.')
  const reading = front.units || !said ? readRequirements(text, front.units) : said
  const { form = 'text', reader, voice } = front
  const units = unitsOf(front, reading.units)
  const words = front.words ?? aimOf(reading)
  const brief: Brief = {
    id: 'brief:self',
    title: titleOf(front, text, name),
    form,
    language: front.language ?? languageOf(text),
    text,
    ...(reader && { reader }),
    ...(voice && { voice }),
    ...(words && { words }),
    ...(units && { units }),
    ...(front.order && { order: front.order }),
  }
  const { constraints, readings } = named(allAsked(front, reading))
  return { brief, constraints, conflicts: conflictsOf(brief, constraints), readings }
}
