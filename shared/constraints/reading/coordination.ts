import { askingVerbs, articles, mannerVerbs, modals, prepositions, taskVerbs } from './lexicon-en.ts'
import { isOrder, isTask } from './orders.ts'
import type { Phrase } from './phrase.ts'
import { kindIn, rawIn, wordIn, type Token } from './tokens.ts'

const links = new Set([
  ',',
  'and',
  'but',
  'then',
  'also',
  'yet',
  'plus',
  '—',
  '–',
  'please',
  '，',
  '但',
  '且',
  '而',
])
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
    'present try aim separate format structure stay stick hold project produce build craft author set draft mind check'
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
    articles.has(word) ||
    pronouns.has(word) ||
    kind === 'quote' ||
    /^(?:with|on|every|each|by|all|to)$/u.test(word)
  )
}

/** "mention the sea", "end with a question": an order by its first word. */
const bids = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  if (ends(tokens, at + 1) || !knows(word) || /^(?:of|to|for|from)$/u.test(wordIn(tokens, at + 1)))
    return false
  return doubtful.has(word) ? isObject(tokens, at + 1) : rawIn(tokens, at) === word
}

/** "…, and define each term": a verb that we do not know, told by its object. */
const bidsAnew = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  const plain =
    kindIn(tokens, at) === 'word' && !articles.has(word) && !relatives.has(word) && !prepositions.has(word)
  const verb =
    !/(?:ly|ing|s|ed)$/u.test(word) && !/^(?:all|both|each|every|not|even|to|with|from|than|or)$/u.test(word)
  return (
    plain &&
    verb &&
    rawIn(tokens, at) === word &&
    /^(?:the|a|an|each|every|it|them)$/u.test(wordIn(tokens, at + 1))
  )
}

type Order = 'imperative' | 'place' | 'other'

/** What the order before a joint is: "Mention …", "Chapter 3 must …", "The dog must …"; null where there is none. */
const orderOf = (tokens: readonly Token[], start: number, phrases: readonly Phrase[]): Order | null => {
  const place = phrases.find((phrase) => phrase.start === start && phrase.end <= start + tokens.length)
  const led = place ? place.end - start : 0
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

/** How many words stand before the verb of an order: "never", "always", "do not". */
const ledBy = (tokens: readonly Token[], at: number): number => {
  const word = wordIn(tokens, at)
  if (word === 'do' && wordIn(tokens, at + 1) === 'not') return 2
  return word === 'never' || word === 'always' || nots.has(word) ? 1 : 0
}

/** "never explain", "do not explain", "always explain", "avoid …", and the verbs that bid. */
const opensImperative = (
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  loose: boolean,
): boolean => {
  const word = wordIn(tokens, at)
  const led = ledBy(tokens, at)
  if (led > 0) {
    const verb = wordIn(tokens, at + led)
    const parallel = ledBy(before, 0) > 0 && !ends(tokens, at + led) && !articles.has(verb)
    return parallel || knows(verb) || doing.has(verb)
  }
  if (word === 'no') return wordIn(before, 0) === 'no' && !ends(tokens, at + 1)
  if (word === 'avoid') return !ends(tokens, at + 1)
  const joined = loose && wordIn(tokens, at - 1) === 'and' && bidsAnew(tokens, at)
  return (bids(tokens, at) || joined) && (loose || !taking.has(wordIn(before, 0)))
}

/** "must not …", "opens with …", "mentions …": what is said of the place that leads the sentence. */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const word = wordIn(tokens, at)
  if (must.has(word) || word === 'never') return !ends(tokens, at + 1)
  if (
    /^(?:opens|closes|begins|starts|ends|finishes|concludes|opening|closing|beginning|starting|ending)$/u.test(
      word,
    )
  )
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

/** "…, each opening with a line of verse": what is said of every unit. */
const opensEach = (tokens: readonly Token[], at: number): boolean =>
  wordIn(tokens, at) === 'each' && /ing$|^(?:with|must|should|has)$/u.test(wordIn(tokens, at + 1))

/** 不得…, 不要…: a ban behind a comma. */
const opensChinese = (tokens: readonly Token[], at: number): boolean =>
  /^(?:not|never|no|don't|avoid)$/u.test(wordIn(tokens, at)) && /\p{Script=Han}/u.test(rawIn(tokens, at))

const depths = (tokens: readonly Token[]): readonly number[] => {
  let depth = 0
  return tokens.map(({ word }) => {
    if (word === '(' || word === '（') depth += 1
    else if ((word === ')' || word === '）') && depth > 0) depth -= 1
    return depth
  })
}

/** Whether another order opens at `at`; what is before is looked at only where it might. */
const opensOrder = (
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  loose: boolean,
  orderBefore: () => Order | null,
): boolean => {
  const free = opensChinese(tokens, at) || opensClause(tokens, at)
  const ofPlace = goesOn(tokens, at) || (bids(tokens, at) && before.some(({ word }) => must.has(word)))
  const bidden = opensImperative(tokens, at, before, loose)
  if (!free && !ofPlace && !bidden) return false
  const order = orderBefore()
  if (order === null || free) return order !== null
  return order === 'place' ? ofPlace : bidden && (order === 'imperative' || loose)
}

/**
 * Cuts a sentence before each further order that is coordinated with the one before: "…, and never …", "… but always …",
 * ", then … must …", "… and ends with …". One that gives no order, or only one, stays whole. `placesIn` gives the
 * phrases of place in the sentence.
 */
export const ordersIn = (
  tokens: readonly Token[],
  placesIn: () => readonly Phrase[],
): readonly (readonly Token[])[] => {
  const depth = depths(tokens)
  const parts: (readonly Token[])[] = []
  let phrases: readonly Phrase[] | null = null
  let start = 0
  for (let i = 1; i < tokens.length - 1; i += 1) {
    if (!links.has(wordIn(tokens, i)) || depth[i] !== 0) continue
    let at = i
    while (links.has(wordIn(tokens, at))) at += 1
    const before = tokens.slice(start, i)
    const loose = wordIn(tokens, i) === ',' || wordIn(tokens, i) === 'but'
    const orderBefore = (): Order | null => {
      phrases ??= placesIn()
      return orderOf(before, start, phrases)
    }
    if (opensEach(tokens, at) || opensOrder(tokens, at, before, loose, orderBefore)) {
      parts.push(before)
      start = at
    }
    i = at
  }
  return [...parts, tokens.slice(start)]
}
