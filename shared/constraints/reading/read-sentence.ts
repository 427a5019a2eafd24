import { clausesIn, leadsIn } from './clauses.ts'
import { combine, type Placed } from './combine.ts'
import { ordersIn } from './coordination.ts'
import { tellsEdge } from './edges.ts'
import type { Lent } from './heads.ts'
import { lengthsIn } from './lengths.ts'
import { isNegative } from './negation.ts'
import { isOrder, isTask, statesWork } from './orders.ts'
import type { Phrase } from './phrase.ts'
import { phrasesIn } from './phrases.ts'
import { readClause } from './read-clause.ts'
import type { ReadRequirement } from './reading.ts'
import type { Scope } from './scope.ts'
import { placesIn } from './sentence-places.ts'
import type { Sentence } from './sentences.ts'
import type { Subject } from './subject.ts'
import type { Token } from './tokens.ts'

/** Where the name of a list ends within a sentence ("Birthdays: …"), or 0. */
const nameEnd = (tokens: readonly Token[], phrases: readonly Phrase[]): number => {
  const at = tokens.findIndex(({ word }) => word === ':' || word === '：')
  if (at < 1 || at > 7 || at === tokens.length - 1) return 0
  const rest = tokens
    .slice(at + 1)
    .every((_, i) => phrases.some(({ start, end }) => i + at + 1 >= start && i + at + 1 < end))
  const inside =
    rest ||
    phrases.some(({ start }) => start < at) ||
    tokens.slice(0, at).some(({ kind }) => kind === 'quote')
  return inside ? 0 : at + 1
}

/** Tokens of a line that only heads a list, at most: a longer one says something of its own. */
const longestHead = 14

/** What a part of a sentence asks, and the place that it hands on to an order coordinated with it. */
type Part = {
  readonly found: readonly ReadRequirement[]
  readonly place: Placed | null
  readonly leads: boolean
}

/** Whether a part asks for something, also by telling how the work is to open or end. */
const bids = (tokens: readonly Token[]): boolean => isOrder(tokens) || tellsEdge(tokens)

/** `begins`: the part opens its sentence; only there the task itself can be stated. */
const readPart = (seen: Omit<Subject, 'task' | 'order' | 'lengths'>, begins: boolean): Part => {
  const { tokens, scope } = seen
  const whole: Subject = {
    ...seen,
    task: begins && (isTask(tokens) || statesWork(tokens, scope)),
    order: bids(tokens) || !begins,
    lengths: lengthsIn(tokens),
  }
  const phrases = placesIn(whole)
  const [first] = phrases
  // "Anywhere in the work, mention …": the order stands behind the place.
  const subject =
    first?.start === 0 ? { ...whole, order: whole.order || isOrder(tokens.slice(first.end)) } : whole
  const end = nameEnd(tokens, phrases)
  const rest = tokens.slice(end)
  const name =
    end > 0 && !isOrder(rest)
      ? tokens
          .slice(0, end - 1)
          .map(({ raw }) => raw)
          .join(' ')
      : ''
  const titled =
    name !== '' && !/\b(?:requirements?|rules?|following|note|task|goal|important)\b/iu.test(name) ? name : ''
  const clauses = clausesIn(tokens, phrases)
  const last = clauses.at(-1)?.phrases ?? []
  return {
    found: clauses.flatMap((clause) => readClause(subject, clause, end, titled)),
    place: last.length > 0 ? combine(last, scope, isNegative(tokens)) : seen.lent.placed,
    leads: last.length === 0 || leadsIn(tokens, phrases),
  }
}

/** "end it with a question": the order is about what was named before. */
const pointsBack = (tokens: readonly Token[]): boolean =>
  tokens.slice(1, 3).some(({ word }) => word === 'it' || word === 'them')

/** The requirements of one sentence, under what its heads lend. `leads` says that other lines stand under it. */
export const readSentence = (
  source: Pick<Subject, 'text' | 'masked'>,
  { tokens, item }: Sentence,
  scope: Scope,
  lent: Lent,
  leads: boolean,
): readonly ReadRequirement[] => {
  const last = tokens.at(-1)?.word
  const isHead = leads && (last === ':' || last === '：')
  if (isHead && tokens.length <= longestHead && lengthsIn(tokens).length === 0) return []
  const out: ReadRequirement[] = []
  let before: Part | null = null
  for (const part of ordersIn(tokens, () => phrasesIn({ tokens, scope }))) {
    const carried = before && (before.leads || pointsBack(part)) ? before.place : null
    const here = readPart(
      { ...source, tokens: part, scope, item, lent: { ...lent, placed: carried ?? lent.placed } },
      before === null,
    )
    out.push(...here.found)
    before = here
  }
  return out
}
