import { anyUnit, everyWords, modals, rhythmWords, spanNouns, taskVerbs } from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import { romanNumber } from './numbers.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'

/** What a text gives away about one noun: how often it is used as a unit is, and the count it is given most plainly. */
export type Evidence = { uses: number; weight: number; count: number | undefined }

const weights: ReadonlyMap<string, number> = new Map([
  ...'consists consist comprises comprise comprising contains contain containing into exactly total totalling totaling spanning divided complete'
    .split(' ')
    .map((word) => [word, 6] as const),
  ...'of with all has have having these the make makes across over through'.split(' ').map((word) => [word, 4] as const),
  ['in', 3],
])

const notACount = new Set(
  'every each first last next previous another past final least most least another after within interval intervals by atleast atmost than'.split(' '),
)
const notAUnit = new Set('long old ago later away early late earlier apart before after'.split(' '))
const collections = new Set(
  'diary journal diaries menu menus letters letter log column report entry entries logbook update updates meal plan blog newsletter'.split(' '),
)

const weightOf = (tokens: readonly Token[], number: number, noun: number): number => {
  const before = tokens[number - 1]?.word ?? ''
  if (notACount.has(before) || notAUnit.has(tokens[noun + 1]?.word ?? '')) return 0
  if (tokens[number - 2]?.word === 'every') return 0
  if (tokens[number + 1]?.word === '-') return notAUnit.has(tokens[noun + 2]?.word ?? '') ? 0 : 5
  const weight = weights.get(before)
  if (weight !== undefined) return weight
  return tokens.slice(0, number).some(({ word }) => taskVerbs.has(word)) ? 4 : 1
}

/** The number that counts the noun at `at`, up to two words before it ("52 weekly entries"), by its place; or −1. */
const counterOf = (tokens: readonly Token[], at: number): number => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = tokens[i]
    if (!token) return -1
    if (token.kind === 'number') return Number.isInteger(token.n) && (token.n ?? 0) > 0 ? i : -1
    const between = token.word === '-' || (token.kind === 'word' && !modals.has(token.word) && token.word !== 'of')
    if (!between || unitNoun(token.word)) return -1
  }
  return -1
}

const noteUse = (tokens: readonly Token[], at: number, here: Evidence): void => {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const numbered = after?.kind === 'number' || after?.kind === 'cell' || romanNumber(after?.raw ?? '') !== null
  if (numbered) here.uses += 2
  else if (before?.kind === 'ordinal' || everyWords.has(before?.word ?? '')) here.uses += 1
  const counter = counterOf(tokens, at)
  if (counter < 0) return
  const weight = weightOf(tokens, counter, at)
  if (weight === 0) here.uses += 1
  if (weight > here.weight) {
    here.weight = weight
    here.count = tokens[counter]?.n
  }
}

const fresh = (): Evidence => ({ uses: 0, weight: 0, count: undefined })

/** The evidence for each noun that might name the units, in the order in which the text first uses them. */
export const evidenceIn = (
  sentences: readonly Sentence[],
  more: ReadonlySet<string>,
): ReadonlyMap<string, Evidence> => {
  const found = new Map<string, Evidence>()
  const of = (noun: string): Evidence => {
    const here = found.get(noun) ?? fresh()
    found.set(noun, here)
    return here
  }
  for (const { tokens } of sentences) {
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'word') continue
      const noun = unitNoun(token.word, more)
      if (noun !== null) noteUse(tokens, at, of(noun))
      const rhythm = rhythmWords.get(token.word)
      const named = tokens.slice(at + 1, at + 4).find(({ word }) => collections.has(word))
      if (rhythm && named && rhythm[1] === 1) of(rhythm[0]).uses += 3
    }
  }
  return found
}

/** The noun that names the units: what is counted and used most; a word for any unit only where there is no other. */
export const unitsNoun = (evidence: ReadonlyMap<string, Evidence>): string | null => {
  let best: string | null = null
  let most = 0
  for (const [noun, { uses, weight, count }] of evidence) {
    const few = count !== undefined && count < 2 ? 4 : 0
    const vague = anyUnit.has(noun) ? 6 : 0
    const plain = weight >= 3 ? weight * 2 : 0
    const long = spanNouns.has(noun) && plain === 0 && uses < 3 ? 2 : 0
    const score = Math.min(uses, 12) + plain - few - vague - long
    if (score > most) {
      best = noun
      most = score
    }
  }
  if (best !== null) return best
  const vague = [...evidence].find(([noun, { uses, weight }]) => anyUnit.has(noun) && (weight >= 3 || uses >= 1))
  return vague?.[0] ?? null
}
