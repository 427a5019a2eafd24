import { allottingVerbs, articles, askingVerbs, joiners, modals } from './lexicon-en.ts'
import type { Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'

/**
 * What a clause is about once its place and the verb that orders it are taken off. `asked` says that such a verb stood
 * there; `be` that it orders how something is to be rather than what is to stand there.
 */
export type Matter = { readonly text: string; readonly tokens: readonly Token[]; readonly asked: boolean; readonly be: boolean }

const opening = new Set([...joiners, 'please', 'then', 'that', 'there', ':', '-', '–', '—', '.', '(', '：', '，', '。', 'also', 'always', 'but', 'while', 'so', '(', ')', '）'])
const carriers = new Set('it they he she reader story novel book text diary work document report author narrator'.split(' '))
const makeSure = new Set('ensure make sure see to it guarantee remember certain'.split(' '))
const closing = new Set([...joiners, 'on', 'in', 'at', 'from', 'to', 'for', 'with', 'of', 'and', ':', '-', '–', '—', '.', 'starting', 'beginning', 'a', 'an', 'the', 'by', '，', '：', 'during', 'every', 'that', 'is'])

/** The tokens of a clause that do not stand in a phrase of place; brackets around nothing else go with it. */
const outside = (tokens: readonly Token[], from: number, to: number, phrases: readonly Phrase[]): readonly Token[] => {
  const inside = (i: number): boolean => phrases.some(({ start, end }) => i >= start && i < end)
  const dropped = new Set<number>()
  const open: number[] = []
  for (let i = from; i < to; i += 1) {
    const { word } = tokens[i] ?? { word: '' }
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

type Stripped = { readonly from: number; readonly asked: boolean; readonly allots: boolean; readonly be: boolean }

const skipModal = (tokens: readonly Token[], at: number): number => {
  let i = at
  while (modals.has(tokens[i]?.word ?? '') && /[a-z]/u.test(tokens[i]?.word ?? '')) i += 1
  return i > at && tokens[i]?.word === 'to' ? i + 1 : i
}

/** How many tokens of order stand at the start: "please ensure that there must be", "should include", "designate … for". */
const stripStart = (tokens: readonly Token[]): Stripped => {
  let i = 0
  let asked = false
  let be = false
  let allots = false
  const word = (at: number): string => tokens[at]?.word ?? ''
  for (let round = 0; round < 6; round += 1) {
    const start = i
    while (opening.has(word(i)) && i < tokens.length) i += 1
    if (makeSure.has(word(i)) && (i === 0 || asked || opening.has(word(i - 1)))) {
      while (makeSure.has(word(i)) || word(i) === 'that') i += 1
      asked = true
    }
    const carried = articles.has(word(i)) ? i + 1 : i
    if (carriers.has(word(carried)) && modals.has(word(carried + 1))) i = carried + 1
    const modal = skipModal(tokens, i)
    if (modal > i) {
      i = modal
      asked = true
    }
    if (/^(?:be|is|are)$/u.test(word(i)) && (asked || i === 0) && i < tokens.length - 1) {
      i += 1
      be = !askingVerbs.has(word(i).replace(/d$/u, '').replace(/e?d$/u, '')) && !/^(?:a|an|the|one)$/u.test(word(i))
    }
    if (askingVerbs.has(word(i)) && i < tokens.length - 1) {
      allots ||= allottingVerbs.has(word(i))
      i += word(i) === 'set' && word(i + 1) === 'aside' ? 2 : 1
      asked = true
    }
    if (i === start) break
  }
  return { from: i, asked, allots, be }
}

const joined = (tokens: readonly Token[], bare: boolean): string => {
  let out = ''
  let end = -1
  for (const token of tokens) {
    const { raw } = token
    const said = bare && token.kind === 'quote' ? raw.slice(1, -1) : raw
    const close = token.from === end || /^[,.:;!?)），。：]$/u.test(raw) || (/\p{Script=Han}$/u.test(out) && /^\p{Script=Han}/u.test(raw))
    out += close || out === '' ? said : ` ${said}`
    end = token.to
  }
  return out.replace(/(?:\s*,){2,}/gu, ',').replace(/,\s*([:;.])/gu, '$1').replace(/\s+/gu, ' ').replace(/^[\s,:;.–—-]+|[\s,:;.–—-]+$/gu, '')
}

/** The matter of a clause: its tokens from `from` to before `to`, without the phrases of its place. */
export const matterOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  phrases: readonly Phrase[],
): Matter => {
  const kept = outside(tokens, from, to, phrases)
  const { from: start, asked, allots, be } = stripStart(kept)
  let first = start
  let last = kept.length
  if (asked || (phrases[0] && phrases[0].start <= from + 1)) {
    while (first < last && (closing.has(kept[first]?.word ?? '') || articles.has(kept[first]?.word ?? '')) && kept[first]?.kind !== 'quote') {
      if (!allots && /^(?:to|from|for|with|by|during|of)$/u.test(kept[first]?.word ?? '') && asked) break
      first += 1
    }
  }
  if (allots && /^(?:use|usage|purposes?)$/u.test(kept[last - 1]?.word ?? '') && last - first > 1) last -= 1
  while (last > first && closing.has(kept[last - 1]?.word ?? '') && kept[last - 1]?.kind !== 'quote') last -= 1
  const core = kept.slice(first, last)
  return { text: joined(core, true), tokens: core, asked, be }
}
