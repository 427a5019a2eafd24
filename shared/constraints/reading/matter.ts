import { allottingVerbs, articles, askingVerbs, joiners, modals } from './lexicon-en.ts'
import type { Phrase } from './phrase.ts'
import { kindIn, rawIn, wordIn, type Token } from './tokens.ts'

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

type Stripped = {
  readonly from: number
  readonly asked: boolean
  readonly allots: boolean
  readonly be: boolean
}

const skipModal = (tokens: readonly Token[], at: number): number => {
  let i = at
  // "May Day" begins with a month.
  while (modals.has(wordIn(tokens, i)) && rawIn(tokens, i) !== 'May') i += 1
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
const stripStart = (tokens: readonly Token[]): Stripped => {
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
