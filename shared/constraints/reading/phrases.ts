import { afterWords, beforeWords, boundAt, firstOf, isPost, lastOf, skip } from './bounds.ts'
import { startsFeast } from './holidays.ts'
import {
  articles,
  everyWords,
  froms,
  months,
  prepositions,
  rhythmWords,
  untils,
  weekdays,
} from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import type { Phrase } from './phrase.ts'
import { isUnit, valueAt, wordAt, type Ground } from './points.ts'
import { rhythmAt } from './rhythms.ts'
import { runsAt } from './runs.ts'
import { rawIn, wordIn } from './tokens.ts'

const wholes = new Set(
  'novel book work document text story diary report whole manuscript piece series project poem essay script collection narrative'.split(
    ' ',
  ),
)

const wholeWords = new Set([...articles, 'in', 'whole', 'entire', 'of', 'full', 'complete', ...wholes])
const entireWords = new Set(['the', 'whole', 'entire', 'full'])

/** "throughout the novel", "in the whole work", "anywhere", 全文. */
const wholeAt = (ground: Ground, at: number): Phrase | null => {
  const word = wordAt(ground, at)
  if (
    /^(?:anywhere|everywhere|throughout|overall)$/u.test(word) ||
    (word === 'whole' && /全|整|通/u.test(rawIn(ground.tokens, at)))
  ) {
    const end = skip(ground, at + 1, wholeWords, 5)
    return { kind: 'whole', start: at, end }
  }
  if (word !== 'in' && word !== 'across' && word !== 'over') return null
  const entire = skip(ground, at + 1, entireWords, 3)
  const said = ground.tokens
    .slice(at + 1, entire)
    .some(({ word: each }) => each === 'whole' || each === 'entire')
  return said && wholes.has(wordAt(ground, entire)) ? { kind: 'whole', start: at, end: entire + 1 } : null
}

const alongAt = (ground: Ground, at: number): Phrase | null => {
  if (wordAt(ground, at) !== 'along' || !ground.scope.grid) return null
  const i = skip(ground, at + 1, articles, 2)
  const word = wordAt(ground, i)
  if (/^(?:column|columns|vertical)$/u.test(word))
    return { kind: 'along', start: at, end: i + 1, axis: 'column' }
  return /^(?:row|rows|horizontal)$/u.test(word)
    ? { kind: 'along', start: at, end: i + 1, axis: 'row' }
    : null
}

const vagueBetween = new Set(['of', 'the', 'your', 'these', 'those', 'different', 'separate'])
const vagueCount = new Set('some several most few many one any half two three other'.split(' '))

/** "in one of the chapters", "in at least three scenes": a place, but nobody can say which. */
const vagueAt = (ground: Ground, at: number): Phrase | null => {
  const number = valueAt(ground, at) !== null
  if (!vagueCount.has(wordAt(ground, at)) && !number) return null
  const i = skip(ground, at + 1, vagueBetween, 3)
  if (!isUnit(ground, i)) return null
  const before = wordAt(ground, at - 1)
  const led = /^(?:in|at|least|most|to|for|only|exactly)$/u.test(before)
  if (number && (!led || valueAt(ground, at) === ground.scope.count) && at > 0) return null
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
  if (
    /^(?:onward|onwards)$/u.test(wordAt(ground, next)) ||
    (wordAt(ground, next) === 'and' && /^(?:after|onwards)$/u.test(wordAt(ground, next + 1)))
  ) {
    return {
      start: at,
      end: skip(ground, next, new Set(['and', 'after', 'onward', 'onwards']), 2),
      kind: 'from',
      at: firstOf(found),
    }
  }
  const end = isPost(ground, next, 'in') ? next + 1 : next
  return {
    kind: 'at',
    start: at,
    end,
    runs: found.runs,
    listed: found.listed,
    ...(found.cells && { cells: found.cells }),
  }
}

const openers = new Set([
  ...froms,
  ...untils,
  ...everyWords,
  ...vagueCount,
  ...beforeWords,
  ...afterWords,
  ...months.keys(),
  ...weekdays.keys(),
  ...rhythmWords.keys(),
  ...(
    'to by prior subsequent except excepting excluding but save apart aside other all everything anywhere everywhere throughout overall whole ' +
    'in across over along between the very last final closing concluding penultimate antepenultimate opening initial middle central next fromend ' +
    'interval intervals odd even alternate alternating once twice times weekend weekends weekdays before after'
  ).split(' '),
])

/** Whether a phrase of place can begin with a token: most words can be passed over at once. */
const mayOpen = (ground: Ground, at: number): boolean => {
  const token = ground.tokens[at]
  if (!token || token.kind === 'mark') return false
  if (token.kind !== 'word' || openers.has(token.word)) return true
  return (
    unitNoun(token.word, ground.scope.nouns) !== null ||
    weekdays.has(token.word.replace(/s$/u, '')) ||
    startsFeast(token.word)
  )
}

const phraseAt = (ground: Ground, at: number): Phrase | null => {
  const token = ground.tokens[at]
  if (!token || token.kind === 'quote') return null
  if (!mayOpen(ground, at)) return null
  const bounded = boundAt(ground, at)
  if (bounded) return bounded
  const rhythm = rhythmAt(ground, at)
  if (rhythm) {
    const end = wordAt(ground, rhythm.next) === 'once' ? rhythm.next + 1 : rhythm.next
    return { kind: 'returns', start: at, end, rhythm, adverb: rhythmWords.has(token.word) }
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

const strong = new Set(
  'repeating recurring repeated once with at an a of on in during within throughout for by inside across over the regular both under between'.split(
    ' ',
  ),
)

/** Takes in the small words before a phrase that belong to it: "on", "in the", "with an", "repeating". */
const widened = ({ tokens }: Ground, phrase: Phrase, floor: number): Phrase => {
  let { start } = phrase
  while (start > floor && before.has(wordIn(tokens, start - 1)) && strong.has(wordIn(tokens, start - 1)))
    start -= 1
  while (
    start < phrase.start &&
    /^(?:of|a|an|the)$/u.test(wordIn(tokens, start)) &&
    phrase.kind === 'at' &&
    phrase.runs === null
  )
    start += 1
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
