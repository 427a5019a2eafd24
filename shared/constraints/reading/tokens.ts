import type { Stretch } from './reading.ts'
import { hanWords, longestHanWord } from './lexicon-zh.ts'
import { hanNumber, hanScale, isHanNumeral, numberInWords } from './numbers.ts'

/**
 * A word, number, mark, grid cell or quotation of a text. `word` is what the grammar knows it by: lower case, without a
 * possessive, English also where the text is Chinese; `raw` is the text itself. `n` is the value of a number or an
 * ordinal; `post` says that it stands behind what it governs.
 */
export type Token = Stretch & {
  readonly kind: 'word' | 'number' | 'ordinal' | 'date' | 'cell' | 'quote' | 'mark'
  readonly word: string
  readonly raw: string
  readonly n?: number
  readonly cell?: readonly [number, number]
  readonly date?: { readonly y?: number; readonly m: number; readonly d: number }
  readonly post?: boolean
}

const letter = '[^\\P{L}\\p{Script=Han}]'
const pattern = new RegExp(
  [
    '(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)',
    '[(（]\\s{0,3}(?<x>\\d{1,4})\\s{0,3}[,，]\\s{0,3}(?<y>\\d{1,4})\\s{0,3}[)）]',
    '(?<nth>\\d{1,6})(?:st|nd|rd|th)(?![\\p{L}\\p{N}])',
    '(?<number>\\d{1,3}(?:,\\d{3}){1,9}(?![\\d,])|\\d+(?:\\.\\d+)*)',
    `(?<word>${letter}(?:${letter}|\\p{M})*(?:_[\\p{L}\\p{N}_]+|['’]${letter}+)*)`,
    '(?<han>\\p{Script=Han}+)',
    '(?<mark>\\S)',
  ].join('|'),
  'giu',
)

type Make = (some: Partial<Token> & Pick<Token, 'kind'>) => Token

const plainWord = (raw: string): string => raw.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '')

const hanTokens = (run: string, at: number): readonly Token[] => {
  const tokens: Token[] = []
  let i = 0
  const push = (length: number, some: Partial<Token> & Pick<Token, 'kind' | 'word'>): void => {
    tokens.push({ raw: run.slice(i, i + length), from: at + i, to: at + i + length, ...some })
  }
  while (i < run.length) {
    let length = Math.min(longestHanWord, run.length - i)
    while (length > 0 && !hanWords.has(run.slice(i, i + length))) length -= 1
    const senses = hanWords.get(run.slice(i, i + length))
    let numeral = i
    while (numeral < run.length && isHanNumeral(run[numeral] ?? '')) numeral += 1
    if (senses) {
      for (const { word, post } of senses) push(length, { kind: 'word', word, ...(post && { post }) })
    } else if (numeral > i) {
      length = numeral - i
      push(length, { kind: 'number', word: '#n', n: hanNumber(run.slice(i, numeral)) })
    } else {
      length = (run.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
      push(length, { kind: 'word', word: run.slice(i, i + length) })
    }
    i += length
  }
  return tokens
}

const matched = (match: RegExpExecArray, make: Make): readonly Token[] => {
  const { iso, x, y, nth, number, word, han } = match.groups ?? {}
  if (iso !== undefined) {
    const [year = 0, m = 0, d = 0] = iso.split('-').map(Number)
    return [make({ kind: 'date', word: '#date', date: { y: year, m, d } })]
  }
  if (x !== undefined) return [make({ kind: 'cell', word: '#cell', cell: [Number(x), Number(y)] })]
  if (nth !== undefined) return [make({ kind: 'ordinal', word: '#th', n: Number(nth) })]
  if (number !== undefined) {
    const n = Number(number.replaceAll(',', ''))
    return [make({ kind: 'number', word: '#n', ...(Number.isFinite(n) && { n }) })]
  }
  if (word !== undefined) return [make({ kind: 'word', word: plainWord(word) })]
  return han === undefined ? [make({ kind: 'mark', word: match[0] })] : hanTokens(han, match.index)
}

const rawTokens = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const [raw] = match
    const from = match.index
    for (const token of matched(match, (some) => ({ word: '', raw, from, to: from + raw.length, ...some }))) {
      tokens.push(token)
    }
  }
  return tokens
}

type Merged = { readonly count: number; readonly token: Pick<Token, 'kind' | 'word' | 'n'> }

/** "10k", "3万", "3万5千": figures, each with the scale that touches it. */
const scaledAt = (tokens: readonly Token[], at: number): Merged | null => {
  let [n, count] = [0, 0]
  for (;;) {
    const [figure, scale] = [tokens[at + count], tokens[at + count + 1]]
    const times = wordIn(tokens, at + count + 1) === 'k' ? 1_000 : hanScale(scale?.raw ?? '')
    const goesOn = count === 0 || figure?.from === tokens[at + count - 1]?.to
    if (figure?.n === undefined || times === undefined || figure.to !== scale?.from || !goesOn) break
    n += figure.n * times
    count += 2
  }
  return count === 0 ? null : { count, token: { kind: 'number', word: '#n', n } }
}

/** The number that several tokens from `at` on make: in words, behind 第, before "k" or 千, 万. */
const mergedAt = (tokens: readonly Token[], words: readonly string[], at: number): Merged | null => {
  const spelt = kindIn(tokens, at) === 'word' ? numberInWords(words, at) : null
  if (spelt) {
    const { n, ordinal, taken } = spelt
    return { count: taken, token: { kind: ordinal ? 'ordinal' : 'number', word: ordinal ? '#th' : '#n', n } }
  }
  const n = valueIn(tokens, at)
  const next = valueIn(tokens, at + 1)
  if (wordIn(tokens, at) === 'nth' && next !== undefined) {
    return { count: 2, token: { kind: 'ordinal', word: '#th', n: next } }
  }
  return n === undefined ? null : scaledAt(tokens, at)
}

/** Numbers in words become one token each; 第 and a number become an ordinal; "10k" and "1万" are ten thousand. */
const withNumbers = (tokens: readonly Token[], text: string): readonly Token[] => {
  const words = tokens.map(({ word }) => word)
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const first = tokens[i]
    const merged = mergedAt(tokens, words, i)
    const last = merged && tokens[i + merged.count - 1]
    if (!first) break
    const raw = last ? text.slice(first.from, last.to) : ''
    if (merged && last && !raw.includes('\n')) {
      out.push({ ...merged.token, from: first.from, to: last.to, raw })
      i += merged.count - 1
    } else out.push(first)
  }
  return out
}

const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
  ["'", "'"],
  ['`', '`'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['«', '»'],
])

/** The end of the quotation that opens at `at`, or -1: on one line, at most 300 letters, and not an apostrophe. */
const quoteEnd = (text: string, at: number): number => {
  const open = text[at] ?? ''
  const close = closers.get(open)
  if (close === undefined) return -1
  const letterAt = (i: number): boolean => /[\p{L}\p{N}]/u.test(text[i] ?? '')
  const single = close === "'" || close === '’'
  if (single && (letterAt(at - 1) || !/\S/u.test(text[at + 1] ?? ''))) return -1
  const stop = Math.min(text.length, at + 300)
  for (let i = at + 1; i < stop; i += 1) {
    const character = text[i]
    if (character === '\n') return -1
    if (character === close && i > at + 1 && !(single && letterAt(i + 1))) return i + 1
  }
  return -1
}

/** Quotations become one token each, so that nothing within them is read as a place. */
const withQuotes = (tokens: readonly Token[], text: string): readonly Token[] => {
  const out: Token[] = []
  let until = -1
  for (const token of tokens) {
    if (token.from < until) continue
    const end = token.kind === 'mark' && closers.has(token.word) ? quoteEnd(text, token.from) : -1
    if (end < 0) out.push(token)
    else {
      const { from } = token
      out.push({ kind: 'quote', word: '#quote', raw: text.slice(from, end), from, to: end })
      until = end
    }
  }
  return out
}

/** The tokens of a text, in order, with exact offsets. Total and linear in the length of the text. */
export const tokensOf = (text: string): readonly Token[] =>
  withNumbers(withQuotes(rawTokens(text), text), text)

/** The word of the token at a place, '' where there is none. */
export const wordIn = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? ''

/** The text of the token at a place, '' where there is none. */
export const rawIn = (tokens: readonly Token[], at: number): string => tokens[at]?.raw ?? ''

export const kindIn = (tokens: readonly Token[], at: number): Token['kind'] | undefined => tokens[at]?.kind

/** The value of the number or ordinal at a place. */
export const valueIn = (tokens: readonly Token[], at: number): number | undefined => tokens[at]?.n
