import type { Interval } from './calendar.ts'
import { singular, unitNoun } from './nouns.ts'
import { romanNumber } from './numbers.ts'
import type { Sentence } from './sentences.ts'
import { type Token, kindIn, valueIn, wordIn } from './tokens.ts'

const larger = new Set('part act section book volume season half cycle arc phase act stage'.split(' '))

const numberOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' || token?.kind === 'ordinal'
    ? token.n
    : (romanNumber(token?.raw ?? '') ?? undefined)

const links = new Set([
  '(',
  ':',
  'covers',
  'comprises',
  'is',
  'spans',
  'contains',
  '=',
  '-',
  '–',
  '—',
  'runs',
  'from',
  '（',
  '：',
  ',',
])

/** "Part II (chapters 9 to 16)" */
const stated = (tokens: readonly Token[], at: number, noun: string): Interval | null => {
  let i = at
  while (links.has(wordIn(tokens, i))) i += 1
  if (i === at || unitNoun(wordIn(tokens, i)) !== noun) return null
  const from = numberOf(tokens[i + 1])
  const joint = wordIn(tokens, i + 2)
  const to = /^(?:-|–|—|to|through|until)$/u.test(joint) ? numberOf(tokens[i + 3]) : undefined
  return from !== undefined && to !== undefined && to >= from ? [from, to] : null
}

const even = (parts: number, each: number): readonly (readonly [number, Interval])[] =>
  Array.from({ length: parts }, (_, i) => [i + 1, [i * each + 1, (i + 1) * each]] as const)

type Cut = { readonly part: string; readonly parts: number; readonly each: number | undefined }

/** "three parts", "three parts of eight chapters each". */
const cutAt = (tokens: readonly Token[], at: number, noun: string): Cut | null => {
  const part = singular(wordIn(tokens, at))
  const parts = kindIn(tokens, at - 1) === 'number' ? valueIn(tokens, at - 1) : undefined
  if (part === noun || !larger.has(part) || !parts || !Number.isInteger(parts) || parts > 1_000) return null
  const shared = /^(?:of|with)$/u.test(wordIn(tokens, at + 1)) && unitNoun(wordIn(tokens, at + 3)) === noun
  const each = shared ? valueIn(tokens, at + 2) : undefined
  return { part, parts, each: each && Number.isInteger(each) && each < 1_000 ? each : undefined }
}

/** "three parts of eight chapters each": how many units there are in all. */
export const sharedOut = (sentences: readonly Sentence[], noun: string): number | undefined => {
  for (const { tokens } of sentences) {
    for (let at = 1; at < tokens.length; at += 1) {
      const cut = cutAt(tokens, at, noun)
      if (cut?.each) return cut.parts * cut.each
    }
  }
  return undefined
}

/** "Part II (chapters 9 to 16)": the number of the part, and its units. */
const statedAt = (tokens: readonly Token[], at: number, noun: string): readonly [number, Interval] | null => {
  const number = numberOf(tokens[at + 1])
  const range = number === undefined ? null : stated(tokens, at + 2, noun)
  return number !== undefined && range && number > 0 && number < 1_000 ? [number, range] : null
}

/** The larger parts of a work, and the units that each stretches over: as stated, or cut into equal lengths. */
export const partsIn = (
  sentences: readonly Sentence[],
  noun: string,
  count: number | undefined,
): ReadonlyMap<string, ReadonlyMap<number, Interval>> => {
  const found = new Map<string, Map<number, Interval>>()
  // What is stated wins over an even cut.
  const note = (part: string, units: readonly (readonly [number, Interval])[], wins: boolean): void => {
    const before = [...(found.get(part) ?? [])]
    found.set(part, new Map(wins ? [...before, ...units] : [...units, ...before]))
  }
  for (const { tokens } of sentences) {
    for (const [at, { word }] of tokens.entries()) {
      const part = singular(word)
      if (part === noun || !larger.has(part)) continue
      const own = statedAt(tokens, at, noun)
      if (own) note(part, [own], true)
      const cut = cutAt(tokens, at, noun)
      const each =
        cut?.each ?? (cut && count !== undefined && count % cut.parts === 0 ? count / cut.parts : 0)
      if (cut && each > 0) note(part, even(cut.parts, each), false)
    }
  }
  return found
}
