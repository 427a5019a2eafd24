import type { ReadBrief } from '../../../shared/brief.ts'
import { documentMeans, dutyLine, type Demand } from '../../../shared/constraints/demand.ts'
import { reach, unitsOf, type Placement } from '../../../shared/constraints/placement.ts'
import type { Constraint } from '../../../shared/records.ts'

type Read = Pick<ReadBrief, 'brief' | 'constraints' | 'readings'>

/** What a constraint asks, in the words of the brief where they are known, without where. */
export const matterOf = ({ id, demand }: Constraint, readings: Read['readings']): string => {
  const read = readings.get(id)
  if (read) return read.what
  const { params } = demand
  const isPlain = demand.kind === 'mentions' || demand.kind === 'rule'
  return isPlain && 'text' in params && typeof params.text === 'string' ? params.text : dutyLine(demand)
}

/** How many units there are: as many as the brief says, else as many as its requirements need. */
const countOf = ({ brief, constraints }: Read): number =>
  brief.units?.count ?? Math.max(0, ...constraints.map(({ placement }) => reach(placement)))

/** The units that owe what is asked of the document, where some do. */
const ofDocument = (demand: Demand, count: number): Placement => {
  switch (documentMeans(demand)) {
    case 'every section':
      return { where: 'each' }
    case 'the first section':
      return { where: 'once', at: 1 }
    case 'the last section':
      return { where: 'once', at: Math.max(1, count) }
    case 'one section':
    case 'the whole':
      return { where: 'document' }
  }
}

const owingUnits = (constraint: Constraint, count: number, all: boolean): readonly number[] => {
  const { placement, demand, muted, origin } = constraint
  if (muted || origin.from === 'plan') return []
  if (placement.where !== 'each' && placement.where !== 'document') return unitsOf(placement, count)
  if (!all) return []
  return unitsOf(placement.where === 'each' ? placement : ofDocument(demand, count), count)
}

/**
 * What each unit owes, by its number, rising; units that owe nothing are left out. What every unit owes, by itself or
 * because the whole document does, is listed only with `all`.
 */
export const dutiesByUnit = (read: Read, all = false): Readonly<Record<string, readonly string[]>> => {
  const count = countOf(read)
  const owed = read.constraints.flatMap((constraint) =>
    owingUnits(constraint, count, all).map((unit) => ({ unit, duty: matterOf(constraint, read.readings) })),
  )
  const byUnit = Map.groupBy(owed, ({ unit }) => unit)
  return Object.fromEntries(
    [...byUnit.keys()]
      .toSorted((a, b) => a - b)
      .map((unit) => [unit, (byUnit.get(unit) ?? []).map(({ duty }) => duty)]),
  )
}
