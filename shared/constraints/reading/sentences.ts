import { linesOf, type Line } from './lines.ts'
import type { Token } from './tokens.ts'

/**
 * One sentence or list item: its tokens, and the heads it stands under, outermost first (a heading, a line that ends in a
 * colon, the item above it). `item` says that it stands in a list.
 */
export type Sentence = {
  readonly tokens: readonly Token[]
  readonly heads: readonly (readonly Token[])[]
  readonly item: boolean
}

const abbreviations = new Set(
  'mr mrs ms dr prof st vs eg ie cf approx ca no nos ch chap wk min max incl jan feb mar apr jun jul aug sep sept oct nov dec g e i'.split(
    ' ',
  ),
)

const endsAt = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i]
  if (!token || token.kind !== 'mark') return false
  if ('!?。！？;；'.includes(token.word)) return true
  if (token.word !== '.') return false
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (!after) return true
  const gap = after.from > token.to
  if (before && before.to === token.from) {
    if (/^\p{Lu}$/u.test(before.raw) && before.raw !== 'I') return false
    if (abbreviations.has(before.word) && !(gap && /^\p{Lu}/u.test(after.raw) && before.word.length > 2)) return false
  }
  if (gap) return true
  return /^\p{Lu}\p{Ll}/u.test(after.raw) && /\p{Ll}\p{Ll}$|^[)\]"”’]$/u.test(before?.raw ?? '')
}

const split = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const out: (readonly Token[])[] = []
  let start = 0
  for (let i = 0; i < tokens.length; i += 1) {
    if (!endsAt(tokens, i)) continue
    if (i > start) out.push(tokens.slice(start, i))
    start = i + 1
  }
  if (start < tokens.length) out.push(tokens.slice(start))
  return out
}

type Head = { readonly line: Line; readonly tokens: readonly Token[] }

const isItem = ({ mark }: Line): boolean => mark !== 'none' && mark !== 'heading'

const stillOver = (head: Head, line: Line): boolean => {
  if (line.mark === 'heading') return false
  if (head.line.mark === 'heading') return true
  if (!isItem(line)) return !line.afterBlank && !isItem(head.line)
  if (!isItem(head.line)) return true
  return line.indent > head.line.indent || (line.mark !== head.line.mark && line.indent >= head.line.indent)
}

const opensList = (line: Line, tokens: readonly Token[], next: Line | undefined): boolean => {
  const last = tokens.at(-1)
  if (last && (last.word === ':' || last.word === '：')) return true
  if (line.mark === 'heading') return true
  return isItem(line) && next !== undefined && isItem(next) && next.indent > line.indent && tokens.length <= 12
}

/** The sentences of a text from its tokens, each with the heads it stands under. */
export const sentencesOf = (text: string, tokens: readonly Token[]): readonly Sentence[] => {
  const lines = linesOf(text)
  const out: Sentence[] = []
  let heads: readonly Head[] = []
  let at = 0
  for (const [i, line] of lines.entries()) {
    while (at < tokens.length && (tokens[at]?.from ?? 0) < line.from) at += 1
    const start = at
    while (at < tokens.length && (tokens[at]?.from ?? 0) < line.to) at += 1
    const parts = split(tokens.slice(start, at))
    heads = heads.filter((head) => stillOver(head, line))
    const over = heads.map((head) => head.tokens)
    const last = parts.at(-1)
    const opens = last !== undefined && opensList(line, last, lines[i + 1])
    for (const part of parts) out.push({ tokens: part, heads: over, item: isItem(line) })
    if (opens) heads = [...heads.slice(-5), { line, tokens: last }]
  }
  return out
}
