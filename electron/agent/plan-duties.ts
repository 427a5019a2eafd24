import { compile } from '../../shared/constraints/compile.ts'
import { dutyLine } from '../../shared/constraints/demand.ts'
import { reach, unitsOf } from '../../shared/constraints/placement.ts'
import { matterOf, sameMatter } from '../../shared/plan-matter.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import type { Constraint, Section } from '../../shared/records.ts'

/** Matter that some units owe and the others do not: what is to be said or treated at a place. */
type Placed = { readonly content: ReadonlySet<string>; readonly units: ReadonlySet<number> }

const placedMatter = (constraints: readonly Constraint[], count: number): readonly Placed[] =>
  constraints.flatMap(({ demand, placement, muted }) =>
    muted || demand.kind !== 'mentions' || placement.where === 'document' || placement.where === 'each'
      ? []
      : [{ content: matterOf(demand.params.text), units: new Set(unitsOf(placement, count)) }],
  )

/**
 * The plan with every entry at peace with the duties. Matter that a section claims as its own although other units owe
 * it becomes matter it must leave to them; matter that it owes itself is none that it leaves to others. What a section
 * owes is not listed again: its duties stand in its prompt word for word, and `owned` keeps claims apart. `count` are the
 * units that there will be, where these are not all of them.
 */
export const withDuties = (
  leaves: readonly Section[],
  constraints: readonly Constraint[],
  count: number | null = null,
): readonly Section[] => {
  const last = count ?? leaves.reduce((most, { unit }) => Math.max(most, unit ?? 0), 0)
  const placed = placedMatter(constraints, last)
  if (placed.length === 0) return leaves
  const about = (text: string): readonly Placed[] => {
    const content = matterOf(text)
    return placed.filter((each) => sameMatter(each.content, content))
  }
  return leaves.map((section) => {
    const owes = ({ units }: Placed): boolean => section.unit !== null && units.has(section.unit)
    const strange = section.owns.filter((claim) => {
      const named = about(claim)
      return named.length > 0 && !named.some(owes)
    })
    const others = section.leaves.filter((each) => !about(each).some(owes))
    if (strange.length === 0 && others.length === section.leaves.length) return section
    return {
      ...section,
      owns: section.owns.filter((claim) => !strange.includes(claim)),
      leaves: [...new Set([...others, ...strange])],
    }
  })
}

/**
 * The units that duties need and a plan of free length has not: from the one after its last to the furthest that is
 * asked for, within the bounds of such a plan.
 */
export const missingUnits = (
  leaves: readonly Section[],
  constraints: readonly Constraint[],
): readonly number[] => {
  const there = new Set(leaves.map(({ unit }) => unit))
  const furthest = Math.max(
    0,
    ...constraints.flatMap(({ placement, muted }) => (muted ? [] : reach(placement))),
  )
  return Array.from({ length: Math.min(furthest, bounds.freeSections) }, (_, i) => i + 1).filter(
    (unit) => !there.has(unit),
  )
}

/** Duties that no section of the plan can take, one sentence each. */
export const unplaced = (
  leaves: readonly Section[],
  constraints: readonly Constraint[],
): readonly string[] => {
  const placed = constraints.filter(({ placement }) => placement.where !== 'document')
  return compile(placed, leaves).flatMap(({ section, demand }) =>
    section === null ? [`No section has the place for this: ${dutyLine(demand)}`] : [],
  )
}
