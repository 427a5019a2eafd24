import { articles, joiners, negatives, prepositions } from './lexicon-en.ts'
import type { Phrase } from './phrase.ts'
import { type Token, wordIn } from './tokens.ts'

/** A part of a sentence with its own place: the tokens from `start` to before `end`, and the phrases of its place. */
export type Clause = { readonly start: number; readonly end: number; readonly phrases: readonly Phrase[] }

const light = new Set([
  ...joiners,
  ...articles,
  'both',
  'but',
  'then',
  '(',
  ')',
  ':',
  'not',
  'only',
  'on',
  'in',
  'at',
  'again',
  'for',
  'of',
])
const breaks = new Set([
  ...joiners,
  'but',
  'then',
  'while',
  'whereas',
  ':',
  '(',
  ')',
  '—',
  '–',
  '）',
  '（',
  '：',
  '而',
  '并',
  '.',
])

const onlyLight = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ word }) => light.has(word))

const breakBefore = (tokens: readonly Token[], { start }: Phrase): boolean => {
  let i = start - 1
  while (
    i >= 0 &&
    (articles.has(wordIn(tokens, i)) || prepositions.has(wordIn(tokens, i)) || wordIn(tokens, i) === 'that')
  )
    i -= 1
  return i < 0 || breaks.has(wordIn(tokens, i))
}

const breakAfter = (tokens: readonly Token[], { end }: Phrase): boolean =>
  end >= tokens.length || breaks.has(wordIn(tokens, end))

const bounds = new Set<Phrase['kind']>(['from', 'until', 'along', 'except', 'whole'])

const has = (group: readonly Phrase[], kind: Phrase['kind']): boolean =>
  group.some((phrase) => phrase.kind === kind)

/** Whether two phrases speak of one place: a rhythm and its bounds, or a list with nothing but small words between. */
const belongs = (tokens: readonly Token[], group: readonly Phrase[], next: Phrase): boolean => {
  const last = group.at(-1)
  if (!last) return true
  const close = onlyLight(tokens, last.end, next.start)
  if (bounds.has(next.kind))
    return has(group, 'returns') || (close && !has(group, next.kind)) || next.kind === 'except'
  if (next.kind === 'returns')
    return !has(group, 'returns') && (group.every(({ kind }) => kind !== 'at') || close)
  if (next.kind !== 'at') return false
  if (has(group, 'at')) return close
  if (has(group, 'returns')) return close || !breakBefore(tokens, next)
  return close
}

/** Whether a sentence opens with its first place: "Chapter 3 …", "In chapter 3 …", "Never in chapter 3 …". */
export const leadsIn = (tokens: readonly Token[], [first]: readonly Phrase[]): boolean =>
  first !== undefined &&
  (onlyLight(tokens, 0, first.start) ||
    tokens.slice(0, first.start).every(({ word }) => negatives.has(word) || light.has(word)))

/**
 * Cuts a sentence into clauses, one for each place that has matter of its own. Where the first phrase opens the sentence,
 * each place leads its clause ("Chapter 3 …, chapter 7 …"); else it closes it ("… in chapter 3, … in chapter 7"). A
 * place in mid-clause ("recalls the storm of chapter 2") is matter and opens none.
 */
export const clausesIn = (tokens: readonly Token[], phrases: readonly Phrase[]): readonly Clause[] => {
  const [first] = phrases
  if (!first) return [{ start: 0, end: tokens.length, phrases: [] }]
  const leads = leadsIn(tokens, phrases)
  const groups: Phrase[][] = [[first]]
  for (const phrase of phrases.slice(1)) {
    const group = groups.at(-1) ?? []
    const last = group.at(-1) ?? first
    const fresh = leads ? breakBefore(tokens, phrase) : breakAfter(tokens, last)
    if (belongs(tokens, group, phrase)) group.push(phrase)
    else if (fresh && !(phrase.kind === 'unknown')) groups.push([phrase])
  }
  return groups.map((group, i): Clause => {
    const next = groups[i + 1]
    const before = groups[i - 1]
    const start = leads ? (i === 0 ? 0 : (group[0]?.start ?? 0)) : (before?.at(-1)?.end ?? 0)
    const end = !next
      ? tokens.length
      : leads
        ? (next[0]?.start ?? tokens.length)
        : (group.at(-1)?.end ?? tokens.length)
    return { start, end, phrases: group }
  })
}
