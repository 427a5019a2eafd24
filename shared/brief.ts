import { stringify } from 'yaml'
import { demandFields, demandOf, type Demand } from './constraints/demand.ts'
import { reach, unitsOf, type Placement } from './constraints/placement.ts'
import { AppError } from './errors.ts'
import {
  invalid,
  placed,
  readFrontMatter,
  splitFrontMatter,
  type FrontMatter,
  type Requirement,
} from './front-matter.ts'
import type { Brief, Constraint } from './records.ts'
import { holds } from './text/quotes.ts'

/** A brief as it was read: the record, and the constraints its front matter states. */
export type ReadBrief = { readonly brief: Brief; readonly constraints: readonly Constraint[] }

const conflict = (sentence: string): never => {
  throw new AppError('brief-conflict', `The brief contradicts itself: ${sentence}`, 'Nothing was written.')
}

const wantedBy = (asked: Requirement, number: number): Demand => {
  const given = Object.entries(asked).filter(([field]) => demandFields.includes(field))
  const demands = given.flatMap(([field, text]) =>
    typeof text === 'string' ? (demandOf(field, text) ?? []) : [],
  )
  const [demand] = demands
  return demand && demands.length === 1
    ? demand
    : invalid(`requirement ${number} needs exactly one of ${demandFields.join(', ')}.`)
}

const placementOf = (requirement: Requirement, number: number): Placement => {
  const asked = placed.parse(requirement)
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

/** A requirement as the writer wrote it, on one line. */
const quoteOf = (asked: Requirement): string =>
  stringify(asked, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim()
    .slice(1, -1)

/** The first heading, without the marks that may close it; titles are no longer than a line of 300. */
const headingIn = (text: string): string | undefined =>
  /^#{1,6}[ \t]+(?<title>.{1,300})/mu.exec(text)?.groups?.['title']?.replace(/[ \t#]+$/u, '')

const titleOf = (front: FrontMatter, text: string, fallback: string): string =>
  front.title ?? headingIn(text) ?? fallback

const han = /\p{Script=Han}/gu

/** The language of a text by its letters: Chinese when a fifth of it is Han, else English. */
export const languageOf = (text: string): string =>
  (text.match(han)?.length ?? 0) * 5 > text.length ? 'zh' : 'en'

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

const nameOf = ({ origin }: Constraint): string => `a requirement (${origin.quote})`

const mayShare = (a: Placement, b: Placement, count: number): boolean => {
  if (a.where === 'document' || b.where === 'document') return true
  const units = new Set(unitsOf(a, count))
  return unitsOf(b, count).some((unit) => units.has(unit))
}

/** A text that must be said where it, or a part of it, must not be said cannot be written. */
const checkClashes = (constraints: readonly Constraint[], count: number): void => {
  for (const wanted of constraints) {
    for (const unwanted of constraints) {
      if (wanted.demand.kind !== 'mentions' || unwanted.demand.kind !== 'avoids') continue
      if (!holds(wanted.demand.params.text, unwanted.demand.params.text)) continue
      if (!mayShare(wanted.placement, unwanted.placement, count)) continue
      conflict(`${nameOf(wanted)} wants what ${nameOf(unwanted)} forbids in the same place.`)
    }
  }
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
    if (reach(placement) > count) conflict(`a requirement (${origin.quote}) lies outside its ${count} units.`)
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
  const requirements = front.requirements.map((asked, i): Constraint => ({
    id: `constraint:r${i + 1}`,
    demand: wantedBy(asked, i + 1),
    placement: placementOf(asked, i + 1),
    origin: { from: 'front matter', quote: quoteOf(asked) },
    confirmed: true,
  }))
  checkSums(front, requirements)
  checkClashes(
    requirements,
    Math.max(front.units?.count ?? 0, ...requirements.map(({ placement }) => reach(placement))),
  )
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
  return { brief, constraints: [...lengthConstraints(front), ...requirements] }
}
