import { unitNoun } from './nouns.ts'
import { isTask } from './orders.ts'
import { kindIn, wordIn, type Token } from './tokens.ts'

/**
 * A length in words as a sentence asks it, and the tokens that say so. `of` is what it is the length of, where those
 * words tell: of each unit, or of the whole.
 */
export type Length = {
  readonly start: number
  readonly end: number
  readonly min?: number
  readonly max?: number
  readonly of: 'each' | 'whole' | null
}

type Bound = 'min' | 'max' | 'about' | 'exact'
type Qualified = { readonly bound: Bound; readonly at: number }

const said = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ word }) => word)
    .join(' ')

const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'max',
    /(?:^| )(?:(?:no|not|never) (?:be )?(?:more|longer|greater|over|above|exceed|exceeds|exceeding)(?: than)?|(?:can|must|should) ?not exceed|at most|atmost|at the most|(?:a )?max(?:imum)?(?: (?:of|length|is|:|\.))*|up to|under|(?<!(?:no|not|never|not be) )(?:fewer|less|shorter) than|below|within|capped at|limit(?:ed)?(?: \w+)? to|not to exceed)$/u,
  ],
  [
    'min',
    /(?:^| )(?:(?:no|not) (?:be )?(?:fewer|less|shorter|below|under)(?: than)?|at least|atleast|at the least|at a minimum|(?:a )?min(?:imum)?(?: (?:of|length|is|:|\.))*|over|(?<!(?:no|not|never|not be) )(?:more|longer) than|above|exceed|exceeds|exceeding|upwards? of|least)$/u,
  ],
  [
    'about',
    /(?:^| )(?:about|around|approximately|approx(?: \.)?|roughly|circa|ca(?: \.)?|~|≈|some|nearly|almost|close to|aim(?:ing)? for|target(?: of)?)$/u,
  ],
]

const minBehind =
  /^(?:(?:or|and) (?:more|longer|up|above)|min(?:imum)?|\+|at least|atleast|at minimum|and over|or above)(?= |$)/u
const maxBehind =
  /^(?:or (?:less|fewer|shorter|under|below)|max(?:imum)?|at most|atmost|tops|at the most)(?= |$)/u
const aboutBehind = /^(?:or so|about|more or less|or thereabouts|approximately|approx|roughly)(?= |$)/u

const bounding = [
  ['min', minBehind],
  ['max', maxBehind],
  ['about', aboutBehind],
] as const

const before = (tokens: readonly Token[], at: number): Qualified => {
  const words = said(tokens, at - 5, at)
  for (const [bound, pattern] of bounds) {
    const found = pattern.exec(words)
    if (found) return { bound, at: at - found[0].trim().split(' ').length }
  }
  return { bound: 'exact', at }
}

const behind = (tokens: readonly Token[], at: number): Qualified | null => {
  const words = said(tokens, at, at + 4)
  for (const [bound, pattern] of bounding) {
    const found = pattern.exec(words)
    if (found) return { bound, at: at + found[0].split(' ').length }
  }
  return null
}

const isNumber = (token: Token | undefined): token is Token & { readonly n: number } =>
  token?.kind === 'number' && token.n !== undefined && token.n > 0 && token.n < 1e8

/** The token behind "words", "-word", "+ words" at `at`, or null where the number counts something else. */
const wordsAt = (tokens: readonly Token[], at: number): number | null => {
  let i = at
  while (/^(?:-|\+|or|more|total|english|chinese|about)$/u.test(wordIn(tokens, i)) && i < at + 3) i += 1
  return /^(?:words?|characters)$/u.test(wordIn(tokens, i)) ? i + 1 : null
}

const round = (n: number): number => Math.max(1, Math.round(n))

const rangeOf = (n: number, bound: Bound): { readonly min?: number; readonly max?: number } => {
  if (bound === 'min') return { min: round(n) }
  return bound === 'max' ? { max: round(n) } : { min: round(n * 0.9), max: round(n * 1.1) }
}

type Amount = {
  readonly start: number
  readonly end: number
  readonly min?: number
  readonly max?: number
  readonly tight: boolean
}

/** "between 200 and 220 words", "200–220 words", "at least 200 and at most 300 words". */
const pairAt = (tokens: readonly Token[], at: number): Amount | null => {
  const first = tokens[at]
  if (!isNumber(first)) return null
  const once = /^words?$/u.test(wordIn(tokens, at + 1)) ? at + 2 : at + 1
  const joint = wordIn(tokens, once)
  if (!/^(?:to|and|-|–|—|~|but|,|through|or|至|～)$/u.test(joint)) return null
  let i = once + 1
  while (i < once + 6 && tokens[i] && !isNumber(tokens[i])) i += 1
  const second = tokens[i]
  if (
    !isNumber(second) ||
    (i > once + 1 && before(tokens, i).bound === 'exact') ||
    before(tokens, i).at > once + 2
  )
    return null
  const end = wordsAt(tokens, i + 1)
  if (end === null || second.n < first.n) return null
  const start = before(tokens, at)
  const opened = /^(?:between|from)$/u.test(wordIn(tokens, start.at - 1)) ? start.at - 1 : start.at
  return { start: opened, end, min: round(first.n), max: round(second.n), tight: false }
}

const countNames =
  /(?:word ?count|wordcount|words|length)(?: (?:of|is|:|：|should|must|be|target|=))*(?: (?:about|around|approximately|at least|at most|atleast|atmost|between|~))?$/u

/** "word count: 1500": a number that the words before it make a length. */
const countedAt = (tokens: readonly Token[], at: number, n: number): Amount | null => {
  const named = /word ?count|wordcount/u.test(said(tokens, at - 5, at))
  if (!named || !countNames.test(said(tokens, at - 7, at))) return null
  const { at: start, bound } = before(tokens, at)
  return { start, end: at + 1, ...rangeOf(n, bound), tight: false }
}

const opposite = { min: 'max', max: 'min', about: 'about', exact: 'exact' } as const

/** Which way the number bounds: by the words before it, else by those behind; "no chapter is longer than" turns it. */
const boundOf = (tokens: readonly Token[], head: Qualified, tail: Qualified | null, plus: boolean): Bound => {
  if (head.bound === 'exact') return plus ? 'min' : (tail?.bound ?? 'exact')
  const none = /^(?:no|none)$/u.test(wordIn(tokens, 0)) && kindIn(tokens, 1) === 'word' && head.at > 2
  return none ? opposite[head.bound] : head.bound
}

const amountAt = (tokens: readonly Token[], at: number): Amount | null => {
  const token = tokens[at]
  const pair = pairAt(tokens, at)
  if (pair || !isNumber(token)) return pair
  const end = wordsAt(tokens, at + 1)
  if (end === null) return countedAt(tokens, at, token.n)
  const head = before(tokens, at)
  const part =
    kindIn(tokens, at - 1) === 'ordinal' || /^(?:first|last|opening)$/u.test(wordIn(tokens, head.at - 1))
  if (part) return null
  const plus = wordIn(tokens, at + 1) === '+' || /or more/u.test(said(tokens, at + 1, end))
  const tail = behind(tokens, end)
  const bound = boundOf(tokens, head, tail, plus)
  const tight = wordIn(tokens, at + 1) === '-' || wordIn(tokens, end - 1) === 'word'
  return {
    start: head.at,
    end: head.bound === 'exact' && tail ? tail.at : end,
    ...rangeOf(token.n, bound),
    tight,
  }
}

const eachBehind = /^(?:(?:for|in) )?(?:each|per|every|apiece)(?= |$)/u
const wholeWords = /\b(?:in all|in total|total|altogether|overall|entire|whole|all told|combined)\b/u

const ofWhat = (tokens: readonly Token[], { start, end }: Amount): Length['of'] => {
  if (eachBehind.test(said(tokens, end, end + 2))) return 'each'
  const lead =
    said(tokens, start - 6, start)
      .split(/ [,，；;] /u)
      .at(-1) ?? ''
  const [trail = ''] = said(tokens, end, end + 4).split(/ [,，；;]/u)
  if (wholeWords.test(lead) || wholeWords.test(trail)) return 'whole'
  return null
}

const lengthy = new Set(
  'story essay novel article text piece blog report novella speech letter press poem description summary each or and , . : - )'.split(
    ' ',
  ),
)

/** "a 300-word foreword" is not the length of the work: what stands behind must name it, or the sentence ends there. */
const ofWork = (tokens: readonly Token[], at: number): boolean => {
  const near = tokens.slice(at, at + 5)
  if (near.length === 0 || kindIn(near, 0) === 'mark' || isTask(tokens)) return true
  return near.some(({ word }) => lengthy.has(word) || unitNoun(word) !== null)
}

const partName =
  'abstract|introduction|intro|body|conclusion|foreword|preface|afterword|prologue|epilogue|appendix|headline|caption|tagline|acknowledge?ments?|摘要|引言|前言|正文|结论|结语|导语|导言|绪论|序言|后记|标题|致谢'
const partBefore = new RegExp(
  `(?:^|[^\\p{L}]|(?=\\p{Script=Han}))(?:${partName})(?: (?:section|part|paragraph))?[\\s(（:：,，\\-–—]*(?:(?:of|with|in|is|be|should|must|has|about|around|at|least|most|up|to|约|大约|为|不少于|不超过)\\s*)*$`,
  'iu',
)
const partBehind = new RegExp(`^\\s*(?:${partName})(?!\\p{L})`, 'iu')

const rawText = (tokens: readonly Token[]): string =>
  tokens.map(({ raw, from }, i) => `${from === tokens[i - 1]?.to ? '' : ' '}${raw}`).join('')

/** "an introduction of 300 words", "摘要300字": not the length of the work but of what opens it, closes it or sums it up. */
const ofPart = (tokens: readonly Token[], { start, end }: Amount): boolean =>
  partBefore.test(rawText(tokens.slice(Math.max(0, start - 8), start))) ||
  partBehind.test(rawText(tokens.slice(end, end + 2)))

/** The lengths in words that a sentence asks for, in order; that of a part only where the part is all that is to be written. */
export const lengthsIn = (tokens: readonly Token[]): readonly Length[] => {
  const found: Length[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const amount = kindIn(tokens, at) === 'number' ? amountAt(tokens, at) : null
    if (!amount) continue
    const { start, end, min, max } = amount
    if (amount.tight && !ofWork(tokens, end)) continue
    if (ofPart(tokens, amount) && (found.length > 0 || !isTask(tokens))) continue
    const of = ofWhat(tokens, amount)
    const behindIt = wordIn(tokens, end) === 'each' || wordIn(tokens, end) === 'apiece' ? end + 1 : end
    found.push({
      start,
      end: behindIt,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      of,
    })
    at = behindIt - 1
  }
  return found
}
