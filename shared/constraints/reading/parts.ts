import type { Interval } from './calendar.ts'
import { singular, unitNoun } from './nouns.ts'
import { romanNumber } from './numbers.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

const larger = new Set('part act section book volume season half cycle arc phase act stage'.split(' '))

const numberOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' || token?.kind === 'ordinal' ? token.n : (romanNumber(token?.raw ?? '') ?? undefined)

const links = new Set(['(', ':', 'covers', 'comprises', 'is', 'spans', 'contains', '=', '-', '–', '—', 'runs', 'from', '（', '：', ','])

/** "Part II (chapters 9 to 16)" */
const stated = (tokens: readonly Token[], at: number, noun: string): Interval | null => {
  let i = at
  while (links.has(tokens[i]?.word ?? '')) i += 1
  if (i === at || unitNoun(tokens[i]?.word ?? '') !== noun) return null
  const from = numberOf(tokens[i + 1])
  const joint = tokens[i + 2]?.word ?? ''
  const to = /^(?:-|–|—|to|through|until)$/u.test(joint) ? numberOf(tokens[i + 3]) : undefined
  return from !== undefined && to !== undefined && to >= from ? [from, to] : null
}

const even = (parts: number, each: number): readonly Interval[] =>
  Array.from({ length: Math.min(parts, 1_000) }, (_, i): Interval => [i * each + 1, (i + 1) * each])

/** The larger parts of a work, and the units that each stretches over: as stated, or cut into equal lengths. */
export const partsIn = (
  sentences: readonly Sentence[],
  noun: string,
  count: number | undefined,
): ReadonlyMap<string, readonly Interval[]> => {
  const found = new Map<string, Interval[]>()
  const cut = new Map<string, readonly Interval[]>()
  for (const { tokens } of sentences) {
    for (const [at, token] of tokens.entries()) {
      const part = singular(token.word)
      if (part === noun || !larger.has(part)) continue
      const number = numberOf(tokens[at + 1])
      const range = number === undefined ? null : stated(tokens, at + 2, noun)
      if (number !== undefined && range && number > 0 && number < 1_000) {
        const list = found.get(part) ?? []
        list[number - 1] = range
        found.set(part, list)
      }
      const parts = tokens[at - 1]?.kind === 'number' ? tokens[at - 1]?.n : undefined
      const each = /^(?:of|with)$/u.test(tokens[at + 1]?.word ?? '') ? tokens[at + 2]?.n : undefined
      const named = unitNoun(tokens[at + 3]?.word ?? '') === noun
      if (parts && each && named) cut.set(part, even(parts, each))
      else if (parts && count !== undefined && count % parts === 0) cut.set(part, even(parts, count / parts))
    }
  }
  return new Map([...cut, ...found])
}
