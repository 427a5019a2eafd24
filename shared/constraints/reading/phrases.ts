import { articles, froms, prepositions, untils } from './lexicon-en.ts'
import { isUnit, valueAt, wordAt, type Ground } from './points.ts'
import { rhythmAt, type Rhythm } from './rhythms.ts'
import { runsAt, type Run, type Runs } from './runs.ts'

/**
 * One phrase of place in a sentence: the tokens from `start` to before `end`, prepositions included. `from` and `until`
 * hold a first and a last unit, `until` with the word that set it; null is a place whose number is not known.
 */
export type Phrase = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'at'; readonly runs: readonly Run[] | null; readonly listed: boolean; readonly cells?: Runs['cells'] }
  | { readonly kind: 'returns'; readonly rhythm: Rhythm }
  | { readonly kind: 'from'; readonly at: number | null; readonly cell?: readonly [number, number] }
  | { readonly kind: 'until'; readonly at: number | null; readonly word: 'until' | 'before' | 'by' }
  | { readonly kind: 'except'; readonly runs: readonly Run[] | null }
  | { readonly kind: 'along'; readonly axis: 'row' | 'column' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'unknown' }
)

const firstOf = ({ runs }: Runs): number | null => (runs ? Math.min(...runs.map(({ from }) => from)) : null)
const lastOf = ({ runs }: Runs): number | null => (runs ? Math.max(...runs.map(({ to }) => to)) : null)

const skip = (ground: Ground, at: number, words: ReadonlySet<string>, most = 4): number => {
  let i = at
  while (i < at + most && words.has(wordAt(ground, i))) i += 1
  return i
}

const lead = new Set('from at in on with the of and as end beginning start including week-of'.split(' '))
const onward = new Set('on onward onwards and up upward'.split(' '))

const isPost = (ground: Ground, at: number, word: string): boolean =>
  wordAt(ground, at) === word && ground.tokens[at]?.post === true

const ranged = (found: Runs): boolean => {
  const [run] = found.runs ?? []
  return found.listed || (run !== undefined && run.to > run.from)
}

/** "starting from week 10", "from chapter 5 on", "from November 7 to November 8", 从第十三周开始. */
const fromAt = (ground: Ground, at: number): Phrase | null => {
  if (!froms.has(wordAt(ground, at)) || isPost(ground, at, 'from')) return null
  const start = skip(ground, skip(ground, at, froms), lead)
  const point = runsAt(ground, start)
  if (!point) return null
  let end = point.next
  if (isPost(ground, end, 'from') || isPost(ground, end, 'between')) end += 1
  const explicit = wordAt(ground, at) !== 'from' && wordAt(ground, at) !== 'since'
  const span = ranged(point) && !(explicit && point.runs?.length === 1 && point.cells === undefined && !rangeSaid(ground, start, end))
  if (span || (ranged(point) && rangeSaid(ground, start, end))) {
    return { kind: 'at', start: at, end, runs: point.runs, listed: point.listed, ...(point.cells && { cells: point.cells }) }
  }
  const on = skip(ground, end, onward, 3)
  const [cell] = point.cells ?? []
  return { kind: 'from', start: at, end: on, at: firstOf(point), ...(cell && { cell }) }
}

/** Whether a range was written out between two tokens, rather than told by one word such as a month. */
const rangeSaid = (ground: Ground, start: number, end: number): boolean => {
  for (let i = start + 1; i < end; i += 1) {
    if (/^(?:to|through|until|till|thru|and|-|–|—|~|,|、)$/u.test(wordAt(ground, i))) return true
  }
  return false
}

const untilAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  const upTo = word === 'up' && wordAt(ground, at + 1) === 'to'
  const zh = word === 'to' && /\p{Script=Han}/u.test(ground.tokens[at]?.raw ?? '')
  if (!(untils.has(word) && word !== 'up') && !upTo && !zh && word !== 'by') return null
  if (isPost(ground, at, 'until')) return null
  const start = skip(ground, at + 1, new Set('to the end of and including in with at by on'.split(' ')), 5)
  const point = runsAt(ground, start)
  if (!point) return null
  const end = isPost(ground, point.next, 'until') ? point.next + 1 : point.next
  if (isPost(ground, end, 'before')) return null
  if (word === 'by' && !isUnit(ground, start) && wordAt(ground, start) !== 'the') return null
  return { kind: 'until', start: at, end, at: lastOf(point), word: word === 'by' ? 'by' : 'until' }
}

const beforeWords = new Set(['before', 'preceding'])
const afterWords = new Set(['after', 'following', 'past', 'beyond'])

/** "before chapter 20", "prior to", "after week 5": a place is left out, and all before or behind it is meant. */
const besideAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  const prior = (word === 'prior' || word === 'subsequent') && wordAt(ground, at + 1) === 'to'
  const before = (beforeWords.has(word) && !isPost(ground, at, 'before')) || (prior && word === 'prior')
  const after = (afterWords.has(word) && !isPost(ground, at, 'after')) || (prior && word === 'subsequent')
  if (!before && !after) return null
  const start = skip(ground, at + (prior ? 2 : 1), new Set(['the', 'end', 'start', 'beginning', 'of']), 4)
  const point = runsAt(ground, start)
  if (!point) return null
  const inclusive = ground.tokens.slice(at, start).some(({ word: each }) => (before ? each === 'end' : /^(?:start|beginning)$/u.test(each)))
  const edge = before ? firstOf(point) : lastOf(point)
  const by = inclusive ? 0 : before ? -1 : 1
  const unit = edge === null ? null : edge + by
  return before
    ? { kind: 'until', start: at, end: point.next, at: unit, word: 'before' }
    : { kind: 'from', start: at, end: point.next, at: unit }
}

/** "except the last chapter", "all but chapters 3 and 7". */
const exceptAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  const apart = word === 'apart' || word === 'aside' || word === 'other'
  if (!['except', 'excepting', 'excluding', 'but', 'save'].includes(word) && !apart) return null
  const said = skip(ground, at + 1, new Set('for from in on than'.split(' ')), 2)
  if (apart && said === at + 1) return null
  const point = runsAt(ground, said)
  if (!point) return null
  return { kind: 'except', start: at, end: isPost(ground, point.next, 'in') ? point.next + 1 : point.next, runs: point.runs }
}

/** "all but the last chapter": what is left of each. */
const allBut = (ground: Ground, at: number): Phrase | null => {
  if (!/^(?:all|every|everything|anywhere|everywhere)$/u.test(wordAt(ground, at))) return null
  const except = exceptAt(ground, at + 1)
  return except ? { ...except, start: at } : null
}

const wholes = new Set('novel book work document text story diary report whole manuscript piece series project poem essay script collection narrative'.split(' '))

/** "throughout the novel", "in the whole work", "anywhere", 全文. */
const wholeAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  if (/^(?:anywhere|everywhere|throughout|overall)$/u.test(word) || (word === 'whole' && /全|整|通/u.test(ground.tokens[at]?.raw ?? ''))) {
    const end = skip(ground, at + 1, new Set([...articles, 'in', 'whole', 'entire', 'of', 'full', 'complete', ...wholes]), 5)
    return { kind: 'whole', start: at, end }
  }
  if (word !== 'in' && word !== 'across' && word !== 'over') return null
  const entire = skip(ground, at + 1, new Set(['the', 'whole', 'entire', 'full']), 3)
  const said = ground.tokens.slice(at + 1, entire).some(({ word: each }) => each === 'whole' || each === 'entire')
  return said && wholes.has(wordAt(ground, entire)) ? { kind: 'whole', start: at, end: entire + 1 } : null
}

const alongAt = (ground: Ground, at: number): Phrase | null => {
  if (wordAt(ground, at) !== 'along' || !ground.scope.grid) return null
  const i = skip(ground, at + 1, articles, 2)
  const word = wordAt(ground, i)
  if (/^(?:column|columns|vertical)$/u.test(word)) return { kind: 'along', start: at, end: i + 1, axis: 'column' }
  return /^(?:row|rows|horizontal)$/u.test(word) ? { kind: 'along', start: at, end: i + 1, axis: 'row' } : null
}

const vagueCount = new Set('some several most few many one any half two three other'.split(' '))

/** "in one of the chapters", "in at least three scenes": a place, but nobody can say which. */
const vagueAt = (ground: Ground, at: number): Phrase | null => {
  const number = valueAt(ground, at) !== null
  if (!vagueCount.has(wordAt(ground, at)) && !number) return null
  const i = skip(ground, at + 1, new Set(['of', 'the', 'your', 'these', 'those', 'different', 'separate']), 3)
  if (!isUnit(ground, i)) return null
  const before = wordAt(ground, at - 1)
  const led = /^(?:in|at|least|most|to|for|only|exactly)$/u.test(before)
  if (number && !led && at > 0) return null
  if (/^(?:long|old|ago|later|apart|each|of|and|with|-|per)$/u.test(wordAt(ground, i + 1))) return null
  return { kind: 'unknown', start: at, end: i + 1 }
}

const pointAtPhrase = (ground: Ground, at: number): Phrase | null => {
  const found = runsAt(ground, at)
  if (!found) return null
  const { next } = found
  const single = { start: at, end: next + 1 }
  if (isPost(ground, next, 'before')) {
    const edge = firstOf(found)
    return { ...single, kind: 'until', at: edge === null ? null : edge - 1, word: 'before' }
  }
  if (isPost(ground, next, 'after')) {
    const edge = lastOf(found)
    return { ...single, kind: 'from', at: edge === null ? null : edge + 1 }
  }
  if (isPost(ground, next, 'from')) return { ...single, kind: 'from', at: firstOf(found) }
  if (/^(?:onward|onwards)$/u.test(wordAt(ground, next)) || (wordAt(ground, next) === 'and' && /^(?:after|onwards)$/u.test(wordAt(ground, next + 1)))) {
    return { start: at, end: skip(ground, next, new Set(['and', 'after', 'onward', 'onwards']), 2), kind: 'from', at: firstOf(found) }
  }
  const end = isPost(ground, next, 'in') ? next + 1 : next
  return { kind: 'at', start: at, end, runs: found.runs, listed: found.listed, ...(found.cells && { cells: found.cells }) }
}

const phraseAt = (ground: Ground, at: number): Phrase | null => {
  const token = ground.tokens[at]
  if (!token || token.kind === 'quote') return null
  const mark = token.kind === 'mark' && token.word !== '-'
  if (mark) return null
  const bounded = allBut(ground, at) ?? exceptAt(ground, at) ?? fromAt(ground, at) ?? untilAt(ground, at) ?? besideAt(ground, at)
  if (bounded) return bounded
  const rhythm = rhythmAt(ground, at)
  if (rhythm) {
    const end = wordAt(ground, rhythm.next) === 'once' ? rhythm.next + 1 : rhythm.next
    return { kind: 'returns', start: at, end, rhythm }
  }
  return wholeAt(ground, at) ?? alongAt(ground, at) ?? pointAtPhrase(ground, at) ?? vagueAt(ground, at)
}

const before = new Set([
  ...prepositions,
  'the',
  'once',
  'only',
  'repeating',
  'recurring',
  'repeated',
  'again',
  'with',
  'an',
  'a',
  'of',
  'beginning',
  'falls',
  'between',
  'regular',
  'both',
])

const strong = new Set('repeating recurring repeated once with at an a of on in during within throughout for by inside across over the regular both under between'.split(' '))

/** Takes in the small words before a phrase that belong to it: "on", "in the", "with an", "repeating". */
const widened = ({ tokens }: Ground, phrase: Phrase, floor: number): Phrase => {
  let { start } = phrase
  while (start > floor && before.has(tokens[start - 1]?.word ?? '') && strong.has(tokens[start - 1]?.word ?? '')) start -= 1
  while (start < phrase.start && /^(?:of|a|an|the)$/u.test(tokens[start]?.word ?? '') && phrase.kind === 'at' && phrase.runs === null) start += 1
  return { ...phrase, start }
}

/** All phrases of place in a sentence, in order, none within another. */
export const phrasesIn = (ground: Ground): readonly Phrase[] => {
  const found: Phrase[] = []
  let at = 0
  while (at < ground.tokens.length) {
    const phrase = phraseAt(ground, at)
    if (phrase && phrase.end > at) {
      found.push(widened(ground, phrase, found.at(-1)?.end ?? 0))
      at = phrase.end
    } else at += 1
  }
  return found
}
