import { stringify } from 'yaml'
import { demandFields, demandOf, type Demand } from './constraints/demand.ts'
import type { Placement } from './constraints/placement.ts'
import { invalid, placed, type FrontMatter, type Requirement } from './front-matter.ts'
import type { Constraint } from './records.ts'

/** What is asked, and where, before it has a name. */
export type Asked = Omit<Constraint, 'id'>

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

const atUnits = (at: number | readonly number[]): Placement => {
  const units = [...new Set([at].flat())].toSorted((a, b) => a - b)
  const [first = 1] = units
  return units.length > 1 ? { where: 'some', units } : { where: 'once', at: first }
}

const placementOf = (requirement: Requirement, number: number): Placement => {
  const asked = placed.parse(requirement)
  const { at, from, to, every } = asked
  const range = from !== undefined || to !== undefined
  if (range && (from === undefined || to === undefined || to < from)) {
    return invalid(`requirement ${number} needs "from" and "to", the first not after the second.`)
  }
  const placements: readonly Placement[] = [
    ...(at === undefined ? [] : [atUnits(at)]),
    ...(from === undefined || to === undefined ? [] : [{ where: 'range', from, to } as const]),
    ...(every === undefined ? [] : [{ where: 'every', ...every } as const]),
    ...(asked.each === undefined ? [] : [{ where: 'each' } as const]),
    ...(asked.document === undefined ? [] : [{ where: 'document' } as const]),
  ]
  if (placements.length > 1) return invalid(`requirement ${number} says more than one place.`)
  return placements[0] ?? { where: 'document' }
}

/** A requirement as front matter has it, on one line: what first, then where. */
const quoteOf = (asked: Requirement): string => {
  const fields = Object.entries(asked).toSorted(
    ([a], [b]) => Number(demandFields.includes(b)) - Number(demandFields.includes(a)),
  )
  return stringify(Object.fromEntries(fields), {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  })
    .trim()
    .slice(1, -1)
}

/** What the requirements of a brief's front matter ask. Throws `brief-invalid`. */
export const statedRequirements = ({ requirements }: FrontMatter): readonly Asked[] =>
  requirements.map((asked, i) => ({
    demand: wantedBy(asked, i + 1),
    placement: placementOf(asked, i + 1),
    origin: { from: 'front matter', quote: quoteOf(asked) },
    confirmed: true,
  }))

/** The lengths that the numbers of a brief's front matter ask: of each unit, and of the whole within ±10 %. */
export const statedLengths = ({ units, words: whole }: FrontMatter): readonly Asked[] => {
  const base = { confirmed: true } as const
  const { min, max } = units?.words ?? {}
  const each: readonly Asked[] =
    (min ?? max) === undefined
      ? []
      : [
          {
            ...base,
            demand: { kind: 'length', params: { ...(min && { min }), ...(max && { max }) } },
            placement: { where: 'each' },
            origin: { from: 'front matter', quote: `units.words: ${JSON.stringify(units?.words)}` },
          },
        ]
  if (whole === undefined) return each
  const params = { min: Math.round(whole * 0.9), max: Math.round(whole * 1.1) }
  const origin = { from: 'front matter', quote: `words: ${whole}` } as const
  return [...each, { ...base, demand: { kind: 'length', params }, placement: { where: 'document' }, origin }]
}
