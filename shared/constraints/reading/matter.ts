import { articles, joiners } from './lexicon-en.ts'
import { stripStart, type Stripped } from './order-words.ts'
import type { Phrase } from './phrase.ts'
import { kindIn, wordIn, type Token } from './tokens.ts'

/**
 * What a clause is about once its place and the verb that orders it are taken off. `asked` says that such a verb stood
 * there; `be` that it orders how something is to be rather than what is to stand there.
 */
export type Matter = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly asked: boolean
  readonly be: boolean
}

const closing = new Set([
  ...joiners,
  'on',
  'in',
  'at',
  'from',
  'to',
  'for',
  'with',
  'of',
  'and',
  ':',
  '-',
  '–',
  '—',
  '.',
  'starting',
  'beginning',
  'a',
  'an',
  'the',
  'by',
  '，',
  '：',
  'during',
  'every',
  'that',
  'is',
])

/** The tokens of a clause that do not stand in a phrase of place; brackets around nothing else go with it. */
const outside = (
  tokens: readonly Token[],
  from: number,
  to: number,
  phrases: readonly Phrase[],
): readonly Token[] => {
  const inside = (i: number): boolean => phrases.some(({ start, end }) => i >= start && i < end)
  const dropped = new Set<number>()
  const open: number[] = []
  for (let i = from; i < to; i += 1) {
    const { word } = tokens[i] ?? { word: '' }
    if (sole.test(word)) {
      dropped.add(i)
      if (wordIn(tokens, i - 1) === 'not') dropped.add(i - 1)
    }
    if (word === '(' || word === '（') open.push(i)
    if (word !== ')' && word !== '）') continue
    const start = open.pop()
    const holds = phrases.some((phrase) => start === undefined || (phrase.start < i && phrase.end > start))
    if (!holds) continue
    dropped.add(i)
    if (start !== undefined) dropped.add(start)
  }
  for (const start of open) dropped.add(start)
  return tokens.slice(from, to).filter((_, i) => !inside(from + i) && !dropped.has(from + i))
}

const sole = /^(?:only|exclusively|solely)$/u

/** The tokens as they stood, quotation marks taken off. */
const joined = (tokens: readonly Token[]): string => {
  let out = ''
  let end = 0
  for (const token of tokens) {
    // A Chinese word may stand for two words of the grammar.
    if (token.from < end) continue
    const { raw } = token
    const said = token.kind === 'quote' ? raw.slice(1, -1) : raw
    const close =
      token.from === end ||
      /^[,.:;!?)），。：]$/u.test(raw) ||
      (/\p{Script=Han}$/u.test(out) && /^\p{Script=Han}/u.test(raw))
    out += close || out === '' ? said : ` ${said}`
    end = token.to
  }
  return out
    .replace(/(?:\s*,){2,}/gu, ',')
    .replace(/,\s*([:;.])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:;.–—-]+|[\s,:;.–—-]+$/gu, '')
}

const leads = /^(?:to|from|for|with|by|during|of)$/u

/** Where the matter begins behind its order: articles and small words are left out, but no preposition that it governs. */
const firstOf = (kept: readonly Token[], { from, asked, allots }: Stripped, placeLeads: boolean): number => {
  let first = from
  const small = (at: number): boolean => {
    const word = wordIn(kept, at)
    if (kindIn(kept, at) === 'quote' || (asked && !allots && leads.test(word))) return false
    return closing.has(word) || articles.has(word)
  }
  if (asked || placeLeads) while (first < kept.length && small(first)) first += 1
  return first < kept.length && /^(?:a|an)$/u.test(wordIn(kept, first)) ? first + 1 : first
}

const lastOf = (kept: readonly Token[], first: number, allots: boolean): number => {
  let last = kept.length
  if (allots && last - first > 1 && /^(?:use|usage|purposes?)$/u.test(wordIn(kept, last - 1))) last -= 1
  while (last > first && closing.has(wordIn(kept, last - 1)) && kindIn(kept, last - 1) !== 'quote') last -= 1
  return last
}

/** The matter of a clause: its tokens from `from` to before `to`, without the phrases of its place. */
export const matterOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  phrases: readonly Phrase[],
): Matter => {
  const kept = outside(tokens, from, to, phrases)
  const stripped = stripStart(kept)
  const [place] = phrases
  const first = firstOf(kept, stripped, place !== undefined && place.start <= from + 1)
  const core = kept.slice(first, lastOf(kept, first, stripped.allots))
  return { text: joined(core), tokens: core, asked: stripped.asked, be: stripped.be }
}
