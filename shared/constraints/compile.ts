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

/** Sections by what is asked of them, each list made when it is first needed. */
type Leaves = {
  readonly all: readonly Section[]
  readonly ofUnit: (unit: number) => readonly Section[]
  readonly lastUnit: number
  /** The section that closes the work; none where it may still be to come. */
  readonly last: readonly Section[]
  /** The section whose plan shares most words with a text, the first of several. */
  readonly carrier: (text: string) => readonly Section[]
}

const sectionsByWord = (leaves: readonly Section[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  for (const [i, { title, intent, owns }] of leaves.entries()) {
    for (const word of wordsIn([title, intent, ...owns].join(' '))) {
      const known = found.get(word)
      if (known) known.push(i)
      else found.set(word, [i])
    }
  }
  return found
}

const leavesOf = (leaves: readonly Section[], carrying: readonly Section[]): Leaves => {
  const units = Map.groupBy(leaves, ({ unit }) => unit)
  let byWord: ReadonlyMap<string, readonly number[]> | undefined
  const carrier = (text: string): readonly Section[] => {
    byWord ??= sectionsByWord(carrying)
    const scores = carrying.map(() => 0)
    for (const word of wordsIn(text)) for (const i of byWord.get(word) ?? []) scores[i] = (scores[i] ?? 0) + 1
    const best = scores.indexOf(scores.reduce((most, score) => Math.max(most, score), 0))
    return carrying.slice(best, best + 1)
  }
  return {
    all: leaves,
    ofUnit: (unit) => units.get(unit) ?? [],
    lastUnit: leaves.reduce((most, { unit }) => Math.max(most, unit ?? 0), 0),
    last: carrying.slice(-1),
    carrier,
  }
}

const owing = (
  { demand, placement }: Constraint,
  { all, ofUnit, lastUnit, last, carrier }: Leaves,
): readonly Section[] => {
  if (placement.where === 'each') return all
  if (placement.where !== 'document') return unitsOf(placement, lastUnit).flatMap(ofUnit)
  switch (documentMeans(demand)) {
    case 'one section':
      return carrier(dutyLine(demand))
    case 'every section':
      return all
    case 'the first section':
      return all.slice(0, 1)
    case 'the last section':
      return last
    case 'the whole':
      return []
  }
}

/**
 * Which section owes what: constraints × plan, expanded by arithmetic and nothing else, in time that grows with the
 * sections touched. Order: brief, then unit. What is muted is owed by nobody. `carrying` are the sections among which
 * one is found for what the whole asks of one section: all of them, unless some are drafted while the plan is made.
 */
export const compile = (
  constraints: Iterable<Constraint>,
  leaves: readonly Section[],
  carrying: readonly Section[] = leaves,
): readonly Duty[] => {
  const known = leavesOf(leaves, carrying)
  const duties: Duty[] = []
  for (const constraint of constraints) {
    if (constraint.muted) continue
    const { id, demand } = constraint
    const sections = owing(constraint, known)
    // What only the whole can keep, and a duty that finds no section: kept on the document rather than dropped.
    if (sections.length === 0) duties.push({ constraint: id, section: null, demand })
    for (const section of sections)
      duties.push({ constraint: id, section: section.id, demand: resolved(demand, section) })
  }
  return duties
}
