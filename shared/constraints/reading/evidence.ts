import {
  anyUnit,
  articles,
  everyWords,
  modals,
  prepositions,
  rhythmWords,
  spanNouns,
  taskVerbs,
} from './lexicon-en.ts'
import { singular, unitNoun } from './nouns.ts'
import { romanNumber } from './numbers.ts'
import type { Sentence } from './sentences.ts'
import { kindIn, rawIn, valueIn, wordIn, type Token } from './tokens.ts'

/** What a text gives away about one noun: how often it is used as a unit is, and the count it is given most plainly. */
export type Evidence = { uses: number; weight: number; count: number | undefined }

const weights: ReadonlyMap<string, number> = new Map([
  ...'consists consist comprises comprise comprising contains contain containing into exactly total totalling totaling spanning divided complete'
    .split(' ')
    .map((word) => [word, 6] as const),
  ...'of with all has have having these the make makes across over through'
    .split(' ')
    .map((word) => [word, 4] as const),
  ['in', 3],
])

const small = new Set([
  'word',
  'words',
  ...prepositions,
  ...everyWords,
  ...articles,
  'of',
  'and',
  'or',
  'to',
  'from',
  'is',
  'are',
  'was',
  'were',
])
const works = new Set(
  'novel novella book diary journal story serial epic play script memoir guide manual handbook report short course program programme challenge curriculum syllabus itinerary'.split(
    ' ',
  ),
)

const notACount = new Set(
  'every each first last next previous another past final least most least another after within interval intervals by atleast atmost than'.split(
    ' ',
  ),
)
const notAUnit = new Set('long old ago later away early late earlier apart before after'.split(' '))
const collections = new Set(
  'diary journal diaries menu menus letters letter log column report entry entries logbook update updates meal plan blog newsletter'.split(
    ' ',
  ),
)

/** "a 12-chapter novel", "a 30-day diary" count the units; "a 3-day conference" does not. */
const hyphenated = (tokens: readonly Token[], noun: number): number => {
  if (notAUnit.has(wordIn(tokens, noun + 2))) return 0
  const behind = tokens.slice(noun + 1, noun + 4)
  if (behind.some(({ word }) => works.has(word) || collections.has(word))) return 5
  return spanNouns.has(singular(wordIn(tokens, noun))) ? 0 : 3
}

/** Whether the words behind a noun share something out among what it names: "ten chapters of 2,000 words", "…, each". */
const sharesOut = (tokens: readonly Token[], noun: number): boolean => {
  const behind = tokens.slice(noun + 1, noun + 5)
  const [first, second] = behind
  if (first?.word === 'of') return behind.slice(1).some(({ kind }) => kind === 'number')
  return first?.word === 'each' || (first?.word === ',' && second?.word === 'each')
}

const weightOf = (tokens: readonly Token[], number: number, noun: number): number => {
  const before = wordIn(tokens, number - 1)
  const barred = notACount.has(before) || notAUnit.has(wordIn(tokens, noun + 1))
  if (barred || wordIn(tokens, number - 2) === 'every') return 0
  if (wordIn(tokens, number + 1) === '-') return hyphenated(tokens, noun)
  const weight = weights.get(before)
  if (weight !== undefined) return weight
  if (sharesOut(tokens, noun)) return 4
  if (number === 0) return 3
  const task = tokens.slice(0, number).some(({ word }) => taskVerbs.has(word))
  return task || tokens.some(({ word }) => works.has(word)) ? 4 : 1
}

/** Whether a number can count such units: 2023年 is a date. */
const counts = ({ n = 0 }: Token, noun: string): boolean =>
  Number.isInteger(n) && n > 0 && !(singular(noun) === 'year' && n >= 1_000)

/** The number that counts the noun at `at`, up to two words before it ("52 weekly entries"), by its place; or −1. */
const counterOf = (tokens: readonly Token[], at: number): number => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = tokens[i]
    if (!token) return -1
    if (token.kind === 'number') return counts(token, wordIn(tokens, at)) ? i : -1
    const between =
      token.word === '-' || (token.kind === 'word' && !modals.has(token.word) && !small.has(token.word))
    if (!between || (unitNoun(token.word) && i < at - 1)) return -1
  }
  return -1
}

const noteUse = (tokens: readonly Token[], at: number, here: Evidence): void => {
  // 2023年9月23日 is a date; twelve months are 12个月.
  const dated = /^[年月日号]$/u.test(rawIn(tokens, at)) && kindIn(tokens, at - 1) === 'number'
  if (dated && tokens[at - 1]?.to === tokens[at]?.from) return
  const after = kindIn(tokens, at + 1)
  const numbered = after === 'number' || after === 'cell' || romanNumber(rawIn(tokens, at + 1)) !== null
  const named = kindIn(tokens, at - 1) === 'ordinal' || everyWords.has(wordIn(tokens, at - 1))
  here.uses += numbered ? 2 : named ? 1 : 0
  const counter = counterOf(tokens, at)
  if (counter < 0) return
  const weight = weightOf(tokens, counter, at)
  if (weight === 0) here.uses += 1
  if (weight > here.weight) {
    here.weight = weight
    here.count = valueIn(tokens, counter)
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
      // Of two nouns in a row the second is what is counted: log entries.
      const compound =
        !/['’]s?$/u.test(token.raw) &&
        kindIn(tokens, at + 1) === 'word' &&
        unitNoun(wordIn(tokens, at + 1), more) !== null
      if (noun !== null && !compound) noteUse(tokens, at, of(noun))
      const rhythm = rhythmWords.get(token.word)
      const named = tokens.slice(at + 1, at + 4).find(({ word }) => collections.has(word))
      const counter = tokens[at - 1]
      if (!rhythm || !named || rhythm[1] !== 1) continue
      const here = of(rhythm[0])
      here.uses += 3
      if (counter?.kind === 'number' && here.weight < 4) Object.assign(here, { weight: 4, count: counter.n })
    }
  }
  return found
}

/** The noun that names the units: what is counted and used most; a word for any unit only where there is no other. */
export const unitsNoun = (evidence: ReadonlyMap<string, Evidence>, dated: boolean): string | null => {
  let best: string | null = null
  let most = 0
  for (const [noun, { uses, weight, count }] of evidence) {
    const few = count !== undefined && count < 2 ? 4 : 0
    const vague = anyUnit.has(noun) ? 6 : 0
    const plain = weight >= 3 ? weight * 2 : 0
    const long = spanNouns.has(noun) && plain === 0 && uses < 3 && !dated ? 2 : 0
    const score = Math.min(uses, 12) + plain - few - vague - long
    if (score > most) {
      best = noun
      most = score
    }
  }
  if (best !== null) return best
  const vague = [...evidence].find(
    ([noun, { uses, weight }]) => anyUnit.has(noun) && (weight >= 3 || uses >= 1),
  )
  return vague && vague[1].count !== 1 ? vague[0] : null
}
