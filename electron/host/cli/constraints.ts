import { readBrief, type ReadBrief } from '../../../shared/brief.ts'
import type { Constraint, Units } from '../../../shared/records.ts'
import { briefSource } from './brief-source.ts'
import { conflictLines } from './conflicts.ts'
import { dutiesByUnit, matterOf } from './duties-by-unit.ts'
import { exits } from './outcome.ts'
import { placementWords } from '../../../shared/placement-words.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import { fitTo, harmless, widthOf, type Line } from './spans.ts'

/** The flags of `constraints`. */
export type ConstraintsFlags = { readonly all?: boolean; readonly json?: boolean }

const asked = ({ constraints }: ReadBrief): readonly Constraint[] =>
  constraints.filter(({ origin }) => origin.from !== 'plan')

const wordsWanted = ({ min, max }: NonNullable<Units['words']>): string => {
  if (min !== undefined && max !== undefined) return `${min} to ${max} words each`
  return min === undefined ? `at most ${max} words each` : `at least ${min} words each`
}

const unitsLine = ({ units }: ReadBrief['brief']): string => {
  if (!units) return 'No units are named.'
  const { label, count, from, words } = units
  const parts = [
    count === undefined ? label : `${label} 1 to ${count}`,
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(words ? [wordsWanted(words)] : []),
  ]
  return `${parts.join(', ')}.`
}

const table = (read: ReadBrief): readonly Line[] => {
  const rows = asked(read).map((each) => ({
    what: harmless(matterOf(each, read.readings)),
    where: each.confirmed ? placementWords(each.placement, read.brief.units) : 'not placed',
    each,
  }))
  const width = (cells: readonly string[], most: number): number =>
    Math.min(most, Math.max(0, ...cells.map(widthOf)))
  const whats = width(
    rows.map(({ what }) => what),
    40,
  )
  const wheres = width(
    rows.map(({ where }) => where),
    30,
  )
  const kinds = width(
    rows.map(({ each }) => each.demand.kind),
    12,
  )
  return rows.map(({ what, where, each }): Line => [
    `${fitTo(what, whats)}  `,
    { text: `${fitTo(where, wheres)}  `, style: each.confirmed ? 'plain' : 'warn' },
    `${fitTo(each.demand.kind, kinds)}  `,
    { text: each.origin.quote, style: 'dim' },
  ])
}

const object = (read: ReadBrief, all: boolean) => {
  const { units } = read.brief
  return {
    units: units
      ? {
          label: units.label,
          count: units.count ?? null,
          ...(units.from !== undefined && { from: units.from }),
          ...(units.words && { words: units.words }),
        }
      : null,
    constraints: asked(read).map((each) => ({
      id: each.id,
      kind: each.demand.kind,
      what: matterOf(each, read.readings),
      placement: each.placement,
      quote: each.origin.quote,
      confirmed: each.confirmed,
    })),
    duties: dutiesByUnit(read, all),
    conflicts: read.conflicts,
  }
}

/** `longhand constraints`: what a brief asks of which unit, and what of it cannot be. Makes nothing, asks no model. */
export const constraints = async (
  session: Session,
  given: string,
  { all = false }: ConstraintsFlags,
): Promise<number> => {
  const { source, name } = await briefSource(given, session.folder, session.stopping)
  const read = readBrief(source, name)
  say(session, [unitsLine(read.brief)], ...table(read), ...conflictLines(read.conflicts))
  if (session.json) session.print(jsonLine(object(read, all)))
  return read.conflicts.some(({ level }) => level === 'conflict') ? exits.flawed : exits.done
}
