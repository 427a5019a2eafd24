import type { Demand } from '../demand.ts'
import type { Placement } from '../placement.ts'
import type { Clause } from './clauses.ts'
import { combine, type Placed } from './combine.ts'
import { demandsOf } from './demands.ts'
import { sideSaid } from './edges.ts'
import { saysOnly } from './exclusive.ts'
import { saysName } from './heads.ts'
import { opensWithManner } from './left-over.ts'
import { matterOf, type Matter } from './matter.ts'
import { isNegative } from './negation.ts'
import { isFrame, isOrder } from './orders.ts'
import type { Phrase } from './phrase.ts'
import type { ReadRequirement } from './reading.ts'
import type { Scope } from './scope.ts'
import { readLengths } from './sentence-lengths.ts'
import { stretchOf, type Subject } from './subject.ts'
import type { Token } from './tokens.ts'

const document: Placement = { where: 'document' }

/** The tokens of a clause without its lengths, so that only matter is left. */
const matterIn = (subject: Subject, clause: Clause, from: number): Matter => {
  const lengths = subject.lengths.map(({ start, end }): Phrase => ({ kind: 'whole', start, end }))
  return matterOf(subject.tokens, from, clause.end, [...clause.phrases, ...lengths])
}

const withName = (matter: Matter, { lent }: Subject, own: string): Matter => {
  const name = own || lent.name
  if (!name || saysName(name, matter.tokens) || matter.asked || isOrder(matter.tokens) || !matter.text)
    return matter
  return { ...matter, text: `${name}: ${matter.text}` }
}

const isVague = ({ phrases }: Clause): boolean =>
  phrases.every(({ kind }) => kind === 'unknown' || kind === 'whole')

/** Words that hold a length and say nothing else: "keep it under 900 words". */
const holding = /^(?:keep|make|hold|stay|it|them|all|text|everything|whole|try|to|please|the|this)$/u

/** Whether a clause only tells of the work, or of what was before it: it then asks for nothing. */
const asksNothing = (
  subject: Subject,
  clause: Clause,
  matter: Matter,
  placement: Placement | null,
): boolean => {
  const { order, task, item, lent, scope } = subject
  if (matter.text === '' || isFrame(matter.tokens, scope)) return true
  const own = subject.lengths.filter(({ start }) => start >= clause.start && start < clause.end)
  if (own.length > 0 && matter.tokens.every(({ kind, word }) => kind !== 'word' || holding.test(word)))
    return true
  if (task) {
    return clause.phrases.length === 0 || placement?.where === 'each' || placement?.where === 'document'
  }
  const lends = lent.placed !== null || (item && (lent.order || lent.negative))
  return isVague(clause) && !order && !lends
}

const everywhere: Placed = { placement: document, within: false }

const untold: Placed = { placement: null, within: false }

/** The requirement that a demand becomes at its place; what has no place is a rule, and the writer is asked. */
const requirement = (
  demand: Demand,
  found: Placed,
  base: Omit<ReadRequirement, 'demand' | 'placement' | 'placed'>,
  {
    sentence,
    negative,
    ends,
  }: { readonly sentence: string; readonly negative: boolean; readonly ends: boolean },
): ReadRequirement => {
  const rule: Demand = { kind: 'rule', params: { text: sentence } }
  if (found.placement === null) return { ...base, demand: rule, placement: document, placed: false }
  if (demand.kind === 'closing' && ends) return { ...base, demand, placement: document, placed: true }
  const somewhere = found.within && !negative && (demand.kind === 'mentions' || demand.kind === 'rule')
  return somewhere
    ? { ...base, demand: rule, placement: document, placed: true }
    : { ...base, demand, placement: found.placement, placed: true }
}

/** Whether a clause may ask for voice, language and the like: it orders, states the task, or names a place or a list. */
const maySpeak = (
  { order, task }: Subject,
  own: readonly Token[],
  { phrases }: Clause,
  from: number,
): boolean =>
  order ||
  task ||
  phrases.length > 0 ||
  from > 0 ||
  own.some(({ kind }) => kind === 'quote') ||
  opensWithManner(own)

/** What opens or ends the work stands in its first or last unit, where that is known. */
const atEdge = (own: readonly Token[], negative: boolean, { count }: Scope): Placed | null => {
  const side = negative ? null : sideSaid(own)
  return side === null || count === undefined
    ? null
    : { placement: { where: 'once', at: side === 'opening' ? 1 : count }, within: false }
}

/** The requirements of one clause, behind `from`; `name` is what its list is called. */
export const readClause = (
  subject: Subject,
  clause: Clause,
  from: number,
  name: string,
): readonly ReadRequirement[] => {
  const { tokens, scope, lent, text, masked, item } = subject
  const own = tokens.slice(clause.start, clause.end)
  const negative = isNegative(own) || (lent.negative && item)
  const named = clause.phrases.length > 0 ? combine(clause.phrases, scope, negative) : lent.placed
  const found = named ?? everywhere
  const edge = named ?? atEdge(own, negative, scope) ?? everywhere
  const core = matterIn(subject, clause, Math.max(clause.start, from))
  const matter = withName(core, subject, name)
  const at = stretchOf(subject, clause.start, clause.end)
  const sentence = masked.slice(at.from, at.to).replace(/\s+/gu, ' ')
  const bare = asksNothing(subject, clause, core, found.placement)
  const speaks = !bare || maySpeak(subject, own, clause, from)
  const said = { tokens: speaks ? withOrders(own, subject, clause) : [], negative }
  const context = { sentence, bare, includes: lent.includes && item }
  const demands = demandsOf(matter, said, found.placement?.where ?? 'document', context)
  const base = {
    what: matter.text || sentence,
    quote: text.slice(at.from, at.to),
    at,
    ...(saysOnly(own) && { only: true }),
  }
  const about = { sentence, negative, ends: isEndMark(subject) }
  return [
    ...readLengths(subject, clause, named ?? untold),
    ...demands.map((demand) => requirement(demand, demand.kind === 'rule' ? edge : found, base, about)),
  ]
}

const inLength = ({ tokens, lengths }: Subject, token: Token): boolean =>
  lengths.some(
    ({ start, end }) => token.from >= (tokens[start]?.from ?? 0) && token.to <= (tokens[end - 1]?.to ?? 0),
  )

/** What demands are recognised by: the clause without its places and lengths, orders included. */
const withOrders = (own: readonly Token[], subject: Subject, clause: Clause): readonly Token[] =>
  own.filter((token, i) => {
    const at = clause.start + i
    return !inLength(subject, token) && !clause.phrases.some(({ start, end }) => at >= start && at < end)
  })

const isEndMark = ({ tokens }: Subject): boolean =>
  tokens.some(({ word }) => /^(?:indicate|signify|mark|signal|denote)$/u.test(word))
