import { askingVerbs, articles, mannerVerbs, modals, taskVerbs } from './lexicon-en.ts'
import { isOrder, isTask } from './orders.ts'
import type { Phrase } from './phrase.ts'
import { kindIn, rawIn, wordIn, type Token } from './tokens.ts'

const links = new Set([',', 'and', 'but', 'then', 'also', 'yet', 'plus', '—', '–', 'please', '，'])
const pronouns = new Set(['it', 'them', 'him', 'her', 'us'])
const relatives = new Set(
  'that who whom whose which where when while because if whether unless so how why what as'.split(' '),
)
const conditions = new Set('if when whenever once unless while although though after before until'.split(' '))
const must = new Set("must should shall mustn't shouldn't".split(' '))
const nots = new Set("don't mustn't shouldn't".split(' '))

/** Verbs that may follow "never" or "do not" although no order of ours begins with them. */
const doing = new Set(
  (
    'swear lie preach say speak leave break kill call name exceed skip drop forget mock judge lecture switch change be do have go put ' +
    'take get address assume invent summarize summarise moralize moralise joke rhyme solve resolve paraphrase spell capitalize rush'
  ).split(' '),
)
/** Verbs that are nouns or adjectives as well: an object must stand behind them. */
const doubtful = new Set(
  (
    'document end finish start begin open close show place plan design cover focus limit report quote feature host schedule ' +
    'present try aim separate format structure stay stick hold project produce build craft author set draft mind check use'
  ).split(' '),
)
/** Verbs that take a clause: what is coordinated within it orders nothing. */
const taking = new Set('let show tell describe explain imagine remember reveal make'.split(' '))

const knows = (word: string): boolean =>
  mannerVerbs.has(word) || taskVerbs.has(word) || (askingVerbs.has(word) && !/(?:ing|s)$/u.test(word))

const ends = (tokens: readonly Token[], at: number): boolean => {
  const kind = kindIn(tokens, at)
  return kind === undefined || kind === 'mark' || links.has(wordIn(tokens, at))
}

const isObject = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  const kind = kindIn(tokens, at)
  return (
    articles.has(word) || pronouns.has(word) || kind === 'quote' || /^(?:with|on|every|each|by|all|to)$/u.test(word)
  )
}

/** "mention the sea", "end with a question": an order by its first word. */
const bids = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  if (ends(tokens, at + 1) || !knows(word) || /^(?:of|to|for|from)$/u.test(wordIn(tokens, at + 1))) return false
  return doubtful.has(word) ? isObject(tokens, at + 1) : rawIn(tokens, at) === word
}

type Order = 'imperative' | 'place' | 'other'

/** What the order before a joint is: "Mention …", "Chapter 3 must …", "The dog must …"; null where there is none. */
const orderOf = (tokens: readonly Token[], phrases: readonly Phrase[]): Order | null => {
  const [place] = phrases
  const led = place !== undefined && place.start === 0 && place.end <= tokens.length ? place.end : 0
  let at = led
  while (links.has(wordIn(tokens, at)) || wordIn(tokens, at) === ':') at += 1
  const word = wordIn(tokens, at)
  const bidden =
    knows(word) ||
    /^(?:never|always|no|avoid|don't)$/u.test(word) ||
    (word === 'do' && wordIn(tokens, at + 1) === 'not')
  if (bidden) return 'imperative'
  if (led > 0) return 'place'
  if (conditions.has(word)) return null
  return isOrder(tokens) || isTask(tokens) ? 'other' : null
}

/** "never explain", "do not explain", "always explain", "avoid …", and the verbs that bid. */
const opensImperative = (
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  loose: boolean,
): boolean => {
  const word = wordIn(tokens, at)
  const negation = word === 'never' || word === 'always' || nots.has(word) ? 1 : word === 'do' && wordIn(tokens, at + 1) === 'not' ? 2 : 0
  const parallel = /^(?:never|always|don't|do)$/u.test(wordIn(before, 0))
  if (negation > 0) {
    const verb = wordIn(tokens, at + negation)
    if (knows(verb) || doing.has(verb) || verb === 'use') return true
    return parallel && !ends(tokens, at + negation) && !articles.has(verb)
  }
  if (word === 'no') return wordIn(before, 0) === 'no' && !ends(tokens, at + 1)
  if (word === 'avoid') return !ends(tokens, at + 1)
  return bids(tokens, at) && (loose || !before.some((token) => taking.has(token.word) && token === before[0]))
}

/** "must not …", "opens with …", "mentions …": what is said of the place that leads the sentence. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  if (must.has(word) || word === 'never') return !ends(tokens, at + 1)
  if (/^(?:opens|closes|begins|starts|ends|finishes|concludes)$/u.test(word))
    return /^(?:with|on|by|in)$/u.test(wordIn(tokens, at + 1))
  return /^(?:mentions|includes|contains|has)$/u.test(word) && isObject(tokens, at + 1)
}

/** Words of a subject, at most. */
const longest = 5

/** "the cat must …": a clause of its own, with a subject. */
const opensClause = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at; i <= at + longest; i += 1) {
    const word = wordIn(tokens, i)
    if (i > at && must.has(word)) return !ends(tokens, i + 1)
    if (ends(tokens, i) || relatives.has(word) || modals.has(word)) return false
  }
  return false
}

const depths = (tokens: readonly Token[]): readonly number[] => {
  let depth = 0
  return tokens.map(({ word }) => {
    if (word === '(' || word === '（') depth += 1
    else if ((word === ')' || word === '）') && depth > 0) depth -= 1
    return depth
  })
}

/**
 * Cuts a sentence before each further order that is coordinated with the one before: "…, and never …", "… but always …",
 * ", then … must …", "… and ends with …". One that gives no order, or only one, stays whole.
 */
export const ordersIn = (
  tokens: readonly Token[],
  phrases: readonly Phrase[],
): readonly (readonly Token[])[] => {
  const depth = depths(tokens)
  const parts: (readonly Token[])[] = []
  let start = 0
  for (let i = 1; i < tokens.length - 1; i += 1) {
    if (!links.has(wordIn(tokens, i)) || depth[i] !== 0) continue
    let at = i
    while (links.has(wordIn(tokens, at))) at += 1
    const before = tokens.slice(start, i)
    const order = orderOf(before, start === 0 ? phrases : [])
    const loose = wordIn(tokens, i) === ',' || wordIn(tokens, i) === 'but'
    const opens =
      order !== null &&
      ((order === 'place' && goesOn(tokens, at)) ||
        (order !== 'place' && opensImperative(tokens, at, before, loose) && (order === 'imperative' || loose)) ||
        opensClause(tokens, at))
    if (opens) {
      parts.push(before)
      start = at
    }
    i = at
  }
  return [...parts, tokens.slice(start)]
}
