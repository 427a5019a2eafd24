import { combine } from './combine.ts'
import { mannerVerbs, modals } from './lexicon-en.ts'
import { matterOf } from './matter.ts'
import { isNegative } from './negation.ts'
import { singular } from './nouns.ts'
import { isFrame, isOrder, isTask } from './orders.ts'
import { phrasesIn } from './phrases.ts'
import type { Placed } from './combine.ts'
import type { Scope } from './scope.ts'
import { wordIn, type Token } from './tokens.ts'

/** What the lines above an item lend to it: a place, a ban, an order, a name for what is listed. */
export type Lent = {
  readonly placed: Placed | null
  readonly negative: boolean
  readonly order: boolean
  readonly name: string
  /** Its order is to include, mention, contain. */
  readonly includes: boolean
}

const generic =
  /^(?:requirements?|following|below|guidelines?|rules?|details?|assignments?|captures?|covers?|includes?|include|features?|constraints?|instructions?|notes?|specific|periodic|range|here|what|document|conditions?|points?|things?|must|should|need|please|content|structure|style|format|events?|todo|list|要求|以下|如下)$/u

const including = new Set('include includes mention mentions contain contains feature features'.split(' '))

const nothing: Lent = { placed: null, negative: false, order: false, name: '', includes: false }

const nameOf = (tokens: readonly Token[]): string => {
  const words = tokens.filter(({ kind }) => kind === 'word' || kind === 'number')
  if (words.length === 0 || words.length > 5 || (tokens.at(-1)?.word !== ':' && tokens.at(-1)?.word !== '：'))
    return ''
  if (words.some(({ word }) => generic.test(word) || modals.has(word) || mannerVerbs.has(word))) return ''
  return words.map(({ raw }) => raw).join(' ')
}

/** Whether a head that states the task has its list say what is to be in it: "… that includes:", "… with:". */
const asksBelow = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => belowWords.test(word)) ||
  /^(?:with|in|on|about|of)$/u.test(wordIn(tokens, tokens.length - 2))

const belowWords =
  /^(?:must|should|shall|needs?|requirements?|following|guidelines?|rules?|conditions?|points?|constraints?|covers?|covering|includ(?:e|es|ing)|mention(?:s|ing)?|contain(?:s|ing)?|featur(?:e|es|ing)|notes?|details?|instructions?|below|captures?|follows|ensure)$/u

/** What one head lends. A head lends its place only where it says little else. */
const lentBy = (tokens: readonly Token[], scope: Scope): Lent => {
  const phrases = phrasesIn({ tokens, scope })
  const matter = matterOf(tokens, 0, tokens.length, phrases)
  const bare =
    isFrame(matter.tokens, scope) ||
    (matter.tokens.length <= 3 && matter.asked) ||
    matter.tokens.every(({ word }) => generic.test(word) || word === ':')
  const titled = tokens.length <= 12 && phrases[0]?.start === 0 && phrases.length === 1
  const negative = isNegative(tokens)
  const order = isTask(tokens) ? asksBelow(tokens) : isOrder(tokens)
  const placed = phrases.length > 0 && (bare || titled) ? combine(phrases, scope, negative) : null
  return {
    placed,
    negative,
    order,
    includes: tokens.some(({ word }) => including.has(word)),
    name: phrases.length > 0 ? '' : nameOf(tokens),
  }
}

const joined = (above: Lent, here: Lent): Lent => ({
  placed: here.placed ?? above.placed,
  negative: here.negative || above.negative,
  order: here.order || above.order,
  name: here.name || above.name,
  includes: here.includes || above.includes,
})

/** Tells what all the heads above a sentence lend to it; the nearest wins. Each head is read once. */
export const lenderIn = (scope: Scope): ((heads: readonly (readonly Token[])[]) => Lent) => {
  const read = new Map<readonly Token[], Lent>()
  const once = (tokens: readonly Token[]): Lent => {
    const known = read.get(tokens) ?? lentBy(tokens, scope)
    read.set(tokens, known)
    return known
  }
  return (heads) => heads.reduce((above, tokens) => joined(above, once(tokens)), nothing)
}

/** Whether an item already says what its list is called ("birthday" under "Family birthdays"). */
export const saysName = (name: string, tokens: readonly Token[]): boolean => {
  const own = new Set(tokens.map(({ word }) => singular(word)))
  return name
    .toLowerCase()
    .split(' ')
    .some((word) => word.length > 3 && own.has(singular(word)))
}
