import type { Units } from '../../records.ts'
import { dayNumber, isoOf, type Calendar } from './calendar.ts'
import { evidenceIn, unitsNoun, type Evidence } from './evidence.ts'
import { gridIn, originIn, type Grid } from './grid.ts'
import { anyUnit, spanNouns } from './lexicon-en.ts'
import { singular, unitNoun } from './nouns.ts'
import { partsIn, sharedOut } from './parts.ts'
import type { Scope } from './scope.ts'
import type { Sentence } from './sentences.ts'
import { calendarOf, spanOfWork, type SpanOfWork } from './span-of-work.ts'
import { tokensOf } from './tokens.ts'

const countOf = (noun: string, evidence: ReadonlyMap<string, Evidence>): number | undefined => {
  const own = evidence.get(noun)
  const vague = [...evidence].filter(([each, { weight }]) => anyUnit.has(each) && weight >= 4)
  const [best] = vague.toSorted(([, a], [, b]) => b.weight - a.weight)
  if (own && own.weight >= 3 && own.weight >= (best?.[1].weight ?? 0)) return own.count
  return best?.[1].count ?? (own && own.weight > 0 && own.uses > 2 ? own.count : undefined)
}

const isSpan = (noun: string): noun is Calendar['span'] => spanNouns.has(noun)

const labelOf = (noun: string): string => noun.slice(0, 1).toUpperCase() + noun.slice(1)

/** "#*# Menu Week 1": the name that a sample heading gives the units. */
const labelIn = (text: string, noun: string): string => {
  const heading = new RegExp(
    `(?:^|[#*'"“(.:])[ #*]{0,6}((?:\\p{Lu}\\p{L}{0,20} ){0,2}${labelOf(noun)}) (?:1|One)(?![\\d.,])`,
    'mu',
  )
  return noun.length < 30 && /^\p{L}+$/u.test(noun)
    ? (heading.exec(text)?.[1] ?? labelOf(noun))
    : labelOf(noun)
}

/** The noun of units that are known by a label or a span already. */
const given = ({ label, span }: Partial<Units>): string | null => {
  const last = tokensOf(label ?? '').findLast(({ kind }) => kind === 'word')?.word
  return last === undefined ? (span ?? null) : (unitNoun(last) ?? singular(last))
}

const startOfKnown = ({ from }: Partial<Units>): SpanOfWork => {
  if (from === undefined) return {}
  const [y = 0, m = 1, d = 1] = from.split('-').map(Number)
  return { from: dayNumber(y, m, d) }
}

type Named = {
  readonly noun: string
  readonly span: Calendar['span'] | undefined
  readonly wanted: number | undefined
}

/** What the units are called and how many there are, as far as their count can be read. */
const namedIn = (
  sentences: readonly Sentence[],
  known: Partial<Units>,
  work: SpanOfWork,
): (Named & { readonly grid: Grid | null }) | null => {
  const own = given(known)
  const grid = known.grid ? { ...known.grid, noun: null } : gridIn(sentences)
  const evidence = evidenceIn(sentences, new Set(own === null ? [] : [own]))
  const dated = (work.from ?? work.year) !== undefined
  const noun = own ?? (grid ? (grid.noun ?? 'cell') : unitsNoun(evidence, dated))
  if (noun === null) return null
  const counted = grid ? grid.width * grid.height : (sharedOut(sentences, noun) ?? countOf(noun, evidence))
  const span = known.span ?? (isSpan(noun) ? noun : undefined)
  return { noun, span, wanted: known.count ?? counted, grid }
}

const nowhere: Scope = {
  noun: null,
  nouns: new Set(),
  calendar: null,
  grid: null,
  origin: 0,
  parts: new Map(),
}

/** The first day of the first unit, where text or record tell it. */
const startOf = (calendar: Calendar | null): Pick<Units, 'from' | 'span'> => {
  const from = calendar?.sure ? isoOf(calendar.from) : null
  return calendar && from !== null ? { from, span: calendar.span } : {}
}

/** The units of the work and what places are read against, from its sentences; what is known already wins. */
export const unitsIn = (
  text: string,
  sentences: readonly Sentence[],
  known: Partial<Units>,
): { readonly units: Units | null; readonly scope: Scope } => {
  const work = { ...spanOfWork(sentences), ...startOfKnown(known) }
  const named = namedIn(sentences, known, work)
  if (!named) return { units: null, scope: nowhere }
  const { noun, span, wanted } = named
  const calendar = span === undefined ? null : calendarOf(span, wanted, work)
  const count = wanted ?? (calendar?.sure ? calendar.count : undefined)
  const counted = count === undefined ? {} : { count }
  const grid = named.grid && { width: named.grid.width, height: named.grid.height }
  const scope: Scope = {
    noun,
    nouns: new Set([noun]),
    ...(count !== undefined && count > 0 && { count }),
    calendar,
    grid,
    origin: grid ? originIn(text) : 0,
    parts: partsIn(sentences, noun, count),
  }
  const units = {
    label: known.label ?? labelIn(text, noun),
    ...counted,
    ...startOf(calendar),
    ...(grid && { grid }),
    ...known,
  }
  return { units, scope }
}
