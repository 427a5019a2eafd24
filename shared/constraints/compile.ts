import type { Constraint, Section, SectionId } from '../records.ts'
import { documentMeans, dutyLine, type Demand } from './demand.ts'
import { unitsOf } from './placement.ts'

/** One constraint as one section owes it; `section` is null where only the whole manuscript can keep it. */
export type Duty = {
  readonly constraint: Constraint['id']
  readonly section: SectionId | null
  readonly demand: Demand
}

/** Words a section may have: its budget ± a share, in whole words. */
const budgetRange = (words: number, within: number): { readonly min: number; readonly max: number } => ({
  min: Math.ceil(words * (1 - within)),
  max: Math.floor(words * (1 + within)),
})

const resolved = (demand: Demand, section: Section): Demand =>
  demand.kind === 'length' && demand.params.within !== undefined
    ? { kind: 'length', params: budgetRange(section.words, demand.params.within) }
    : demand

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{Script=Han}/gu) ?? [])

/** The section that carries what the whole document must say: the one whose plan shares most words with it. */
const carrier = (text: string, leaves: readonly Section[]): Section | undefined => {
  const wanted = wordsIn(text)
  const shared = (section: Section): number => {
    const own = wordsIn([section.title, section.intent, ...section.owns].join(' '))
    return [...wanted].filter((word) => own.has(word)).length
  }
  const [first] = leaves
  if (!first) return undefined
  let best = { section: first, score: shared(first) }
  for (const section of leaves.slice(1)) {
    const score = shared(section)
    if (score > best.score) best = { section, score }
  }
  return best.section
}

const sectionsOf = (constraint: Constraint, leaves: readonly Section[]): readonly Section[] => {
  const { demand, placement } = constraint
  if (placement.where === 'each') return leaves
  if (placement.where !== 'document') {
    const last = leaves.reduce((most, { unit }) => Math.max(most, unit ?? 0), 0)
    const units = new Set(unitsOf(placement, last))
    return leaves.filter(({ unit }) => unit !== null && units.has(unit))
  }
  switch (documentMeans(demand)) {
    case 'one section':
      return [carrier(dutyLine(demand), leaves)].filter((section) => section !== undefined)
    case 'every section':
      return leaves
    case 'the whole':
      return []
  }
}

/** Which section owes what: constraints × plan, expanded by arithmetic and nothing else. Order: plan, then brief. */
export const compile = (constraints: Iterable<Constraint>, leaves: readonly Section[]): readonly Duty[] =>
  [...constraints].flatMap((constraint): readonly Duty[] => {
    const { id, demand } = constraint
    const owing = sectionsOf(constraint, leaves)
    // What only the whole can keep, and a duty that finds no section: kept on the document rather than dropped.
    if (owing.length === 0) return [{ constraint: id, section: null, demand }]
    return owing.map((section) => ({
      constraint: id,
      section: section.id,
      demand: resolved(demand, section),
    }))
  })
