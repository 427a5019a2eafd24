import { articles } from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import { wordIn, type Token } from './tokens.ts'

const owners = /(?:^(?:a|an|one|and|no|not|if)$|['’]s?$)/u

/** Words that "only" limits to a time, a place or a case, rather than to one use. */
const limits = new Set(
  'in on at until till after before once twice when if from during because then as'.split(' '),
)

/** Whether "only" at `at` leaves out every other use: no adjective ("the only lamp") and no bound ("only in week 3"). */
const excludes = (tokens: readonly Token[], at: number): boolean => {
  const before = wordIn(tokens, at - 1)
  const behind = tokens[at + 1]
  const adjective = articles.has(before) || owners.test(before) || /['’]s?$/u.test(tokens[at - 1]?.raw ?? '')
  if (adjective) return false
  return (
    behind === undefined ||
    (!limits.has(behind.word) && unitNoun(behind.word) === null && behind.kind !== 'number')
  )
}

/** Whether words leave out all else: "only offices", "exclusively for …", "nothing else". */
export const saysOnly = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }, i) => {
    if (word === 'only') return excludes(tokens, i)
    if (word === 'exclusively' || word === 'solely') return wordIn(tokens, i - 1) !== 'not'
    return word === 'nothing' && wordIn(tokens, i + 1) === 'else'
  })
