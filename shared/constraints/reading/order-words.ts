import { articles, allottingVerbs, askingVerbs, joiners, modals } from './lexicon-en.ts'
import { rawIn, wordIn, type Token } from './tokens.ts'

const opening = new Set([
  ...joiners,
  'please',
  'then',
  'that',
  'there',
  ':',
  '-',
  '–',
  '—',
  '.',
  '(',
  '：',
  '，',
  '。',
  'also',
  'once',
  'always',
  'but',
  'while',
  'so',
  '(',
  ')',
  '）',
])
const carriers = new Set(
  'it they he she reader story novel book text diary work document report author narrator'.split(' '),
)
const makeSure = new Set('ensure make sure see to it guarantee remember certain'.split(' '))
const sureBehind: ReadonlyMap<string, RegExp> = new Map([
  ['see', /^(?:to|that)$/u],
  ['make', /^(?:sure|certain)$/u],
])
/** How many tokens of order stand first, and what they say: that it asks, gives a place away, or bids a manner. */
export type Stripped = {
  readonly from: number
  readonly asked: boolean
  readonly allots: boolean
  readonly be: boolean
}

const skipModal = (tokens: readonly Token[], at: number): number => {
  let i = at
  // "May Day" begins with a month.
  // "Have lunch" orders; "has a heading" is said of a place.
  while (modals.has(wordIn(tokens, i)) && !/^(?:May|Have|Will|Need)$/u.test(rawIn(tokens, i))) i += 1
  return i > at && wordIn(tokens, i) === 'to' ? i + 1 : i
}

type Step = {
  readonly to: number
  readonly asked?: boolean
  readonly allots?: boolean
  readonly be?: boolean
}

const sureAt = (tokens: readonly Token[], at: number, asked: boolean): Step | null => {
  const begins = at === 0 || asked || opening.has(wordIn(tokens, at - 1))
  const behind = sureBehind.get(wordIn(tokens, at))
  if (behind && !behind.test(wordIn(tokens, at + 1))) return null
  let to = at
  while (makeSure.has(wordIn(tokens, to)) || (to > at && wordIn(tokens, to) === 'that')) to += 1
  return begins && to > at ? { to, asked: true } : null
}

const modalAt = (tokens: readonly Token[], at: number): Step | null => {
  const named = articles.has(wordIn(tokens, at)) ? at + 1 : at
  const carried = carriers.has(wordIn(tokens, named)) && modals.has(wordIn(tokens, named + 1))
  const to = skipModal(tokens, carried ? named + 1 : at)
  return to > at ? { to, asked: true } : null
}

/** "be", "is" at the start of an order: of a manner ("be short") unless a thing or its place stands behind. */
const beAt = (tokens: readonly Token[], at: number, asked: boolean): Step | null => {
  const opens = /^(?:be|is|are)$/u.test(wordIn(tokens, at)) && (asked || at === 0)
  if (!opens || at >= tokens.length - 1) return null
  const behind = wordIn(tokens, at + 1)
  const given = askingVerbs.has(behind.replace(/d$/u, '')) || askingVerbs.has(behind.replace(/ed$/u, ''))
  return { to: at + 1, be: !given && !/^(?:a|an|the|one|for|to|about|reserved|in|on|at)$/u.test(behind) }
}

const verbAt = (tokens: readonly Token[], at: number): Step | null => {
  const word = wordIn(tokens, at)
  const behind = wordIn(tokens, at + 1)
  if (word === 'use' && /^(?:for|as)$/u.test(behind)) return { to: at + 1, asked: true, allots: true }
  if (at >= tokens.length - 1) return null
  if (word === 'set' && behind === 'aside') return { to: at + 2, asked: true, allots: true }
  return askingVerbs.has(word) ? { to: at + 1, asked: true, allots: allottingVerbs.has(word) } : null
}

const smallAt = (tokens: readonly Token[], at: number): Step | null => {
  let to = at
  while (to < tokens.length && opening.has(wordIn(tokens, to))) to += 1
  return to > at ? { to } : null
}

/** How many tokens of order stand at the start: "please ensure that there must be", "should include", "designate … for". */
export const stripStart = (tokens: readonly Token[]): Stripped => {
  let done: Stripped = { from: 0, asked: false, allots: false, be: false }
  for (;;) {
    const { from, asked } = done
    const step: Step | null =
      smallAt(tokens, from) ??
      sureAt(tokens, from, asked) ??
      modalAt(tokens, from) ??
      beAt(tokens, from, asked) ??
      verbAt(tokens, from)
    if (!step) return done
    done = {
      from: step.to,
      asked: asked || (step.asked ?? false),
      allots: done.allots || (step.allots ?? false),
      be: step.be ?? done.be,
    }
  }
}
