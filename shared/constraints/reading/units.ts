import type { Units } from '../../records.ts'
import { dayNumber, isoOf, type Calendar, type Interval } from './calendar.ts'
import { evidenceIn, unitsNoun, type Evidence } from './evidence.ts'
import { anyUnit, spanNouns } from './lexicon-en.ts'
import { singular, unitNoun } from './nouns.ts'
import { partsIn } from './parts.ts'
import type { Scope } from './scope.ts'
import type { Sentence } from './sentences.ts'
import { calendarOf, spanOfWork, type SpanOfWork } from './span-of-work.ts'
import type { Token } from './tokens.ts'

type Grid = { readonly width: number; readonly height: number; readonly noun: string | null }

const times = new Set(['x', '×', '*', 'by'])
const gridWords = new Set('grid block cell tile square plot board map matrix field'.split(' '))

const sizeAt = (tokens: readonly Token[], at: number): Grid | null => {
  const [width, by, height] = tokens.slice(at, at + 3)
  if (!width?.n || !height?.n || !by || width.kind !== 'number' || height.kind !== 'number') return null
  const behind = tokens.slice(at + 3, at + 8).filter(({ word }) => word !== '-')
  const noun = behind.map(({ word }) => unitNoun(word)).find((each) => each !== null && gridWords.has(each)) ?? null
  const named = behind.slice(0, 2).some(({ word }) => gridWords.has(singular(word)))
  return times.has(by.word) && named ? { width: width.n, height: height.n, noun } : null
}

const gridIn = (sentences: readonly Sentence[]): Grid | null => {
  for (const { tokens } of sentences) {
    for (let at = 0; at < tokens.length; at += 1) {
      const size = sizeAt(tokens, at)
      if (size && size.width * size.height < 1_000_000) return size
      const columns = tokens[at]
      const rows = tokens[at + 3]
      if (columns?.n && tokens[at + 1]?.word === 'columns' && tokens[at + 2]?.word === 'and' && rows?.n) {
        if (tokens[at + 4]?.word === 'rows') return { width: columns.n, height: rows.n, noun: null }
      }
      if (columns?.n && tokens[at + 1]?.word === 'rows' && rows?.n && /^(?:and|of)$/u.test(tokens[at + 2]?.word ?? '')) {
        if (tokens[at + 4]?.word === 'columns') return { width: rows.n, height: columns.n, noun: null }
      }
    }
  }
  return null
}

/** "Block 1 (1, 1)": what the coordinates begin with, 0 unless the text shows otherwise. */
const originIn = (tokens: readonly Token[]): number => {
  for (const [at, { cell }] of tokens.entries()) {
    if (cell && tokens[at - 1]?.n === 1 && cell[0] === cell[1]) return cell[0] === 1 ? 1 : 0
  }
  return 0
}

const countOf = (noun: string, evidence: ReadonlyMap<string, Evidence>): number | undefined => {
  const own = evidence.get(noun)
  if (own?.count !== undefined && own.weight >= 3) return own.count
  const vague = [...evidence].filter(([each, { weight }]) => anyUnit.has(each) && weight >= 4)
  const [best] = vague.toSorted(([, a], [, b]) => b.weight - a.weight)
  return best?.[1].count ?? (own && own.weight > 0 && own.uses > 2 ? own.count : undefined)
}

const isSpan = (noun: string): noun is Calendar['span'] => spanNouns.has(noun)

const labelOf = (noun: string): string => noun.slice(0, 1).toUpperCase() + noun.slice(1)

/** "#*# Menu Week 1": the name that a sample heading gives the units. */
const labelIn = (text: string, noun: string): string => {
  const heading = new RegExp(`(?:^|[#*'"“(])[ #*]{0,6}((?:\\p{Lu}\\p{L}{0,20} ){0,2}${labelOf(noun)}) (?:1|One)(?![\\d.,])`, 'mu')
  return noun.length < 30 && /^\p{L}+$/u.test(noun) ? (heading.exec(text)?.[1] ?? labelOf(noun)) : labelOf(noun)
}

const known = (text: string, { label, from, span }: Partial<Units>): { readonly noun: string | null; readonly time: SpanOfWork } => {
  const last = label?.toLowerCase().match(/[\p{L}\p{M}]+/gu)?.at(-1)
  const noun = last === undefined ? null : (unitNoun(last) ?? singular(last))
  const [y = 0, m = 1, d = 1] = (from ?? '').split('-').map(Number)
  void text
  return { noun: noun ?? span ?? null, time: from === undefined ? {} : { from: dayNumber(y, m, d) } }
}

/** The units of the work and what places are read against, from its sentences; what is known already wins. */
export const unitsIn = (
  text: string,
  sentences: readonly Sentence[],
  given: Partial<Units>,
  shown: readonly Token[],
): { readonly units: Units | null; readonly scope: Scope } => {
  const { noun: named, time } = known(text, given)
  const size = given.grid ? { ...given.grid, noun: null } : gridIn(sentences)
  const more = new Set(named === null ? [] : [named])
  const evidence = evidenceIn(sentences, more)
  const noun = named ?? (size ? (size.noun ?? 'cell') : unitsNoun(evidence))
  const counted = size ? size.width * size.height : noun === null ? undefined : countOf(noun, evidence)
  const wanted = given.count ?? counted
  const time2 = { ...spanOfWork(sentences), ...time }
  const span = given.span ?? (noun !== null && isSpan(noun) ? noun : undefined)
  const calendar = span === undefined ? null : calendarOf(span, wanted, time2)
  const count = wanted ?? (calendar?.sure && span !== undefined ? calendar.count : undefined)
  const grid = size && { width: size.width, height: size.height }
  const parts: ReadonlyMap<string, readonly Interval[]> = noun === null ? new Map() : partsIn(sentences, noun, count)
  const scope: Scope = {
    noun,
    nouns: new Set([...(noun === null ? [] : [noun]), ...more]),
    ...(count !== undefined && { count }),
    calendar,
    grid,
    origin: originIn(shown),
    parts,
  }
  if (noun === null) return { units: null, scope }
  const from = calendar?.sure ? isoOf(calendar.from) : null
  const units: Units = {
    label: given.label ?? labelIn(text, noun),
    ...(count !== undefined && { count }),
    ...(from !== null && span !== undefined && { from, span }),
    ...(grid && { grid }),
    ...given,
  }
  return { units, scope }
}
