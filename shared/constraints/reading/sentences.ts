import { linesOf, type Line } from './lines.ts'
import { foreignMonths } from './lexicon-en.ts'
import { unitNoun } from './nouns.ts'
import { isRow, readRow, type Row, type TableHead } from './table-rows.ts'
import { kindIn, rawIn, wordIn, type Token } from './tokens.ts'

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

const abbreviates = (before: Token, opens: boolean): boolean => {
  if (/^\p{Lu}$/u.test(before.raw) && before.raw !== 'I') return true
  return abbreviations.has(before.word) && !(opens && before.word.length > 2)
}

/** "Chapter 1. The arrival", "3. Oktober": the stop belongs to the number. */
const counts = (tokens: readonly Token[], i: number): boolean =>
  kindIn(tokens, i - 1) === 'number' &&
  ((i === 2 && unitNoun(wordIn(tokens, 0)) !== null) || foreignMonths.has(wordIn(tokens, i + 1)))

/** Whether the full stop at `i` ends a sentence: it has a gap behind it, or a capital that lacks one. */
const stops = (tokens: readonly Token[], i: number): boolean => {
  const [before, stop, after] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (!stop || !after) return true
  const gap = after.from > stop.to
  const capital = /^\p{Lu}/u.test(after.raw)
  if (counts(tokens, i)) return false
  if (before?.to === stop.from && abbreviates(before, gap && capital)) return false
  if (gap || after.word === '*' || after.word === '#') return true
  return /^\p{Lu}\p{Ll}/u.test(after.raw) && /\p{Ll}\p{Ll}$|^[)\]"”’]$/u.test(rawIn(tokens, i - 1))
}

const endsAt = (tokens: readonly Token[], i: number): boolean => {
  if (kindIn(tokens, i) !== 'mark') return false
  const mark = wordIn(tokens, i)
  return '!?。！？;；'.includes(mark) || (mark === '.' && stops(tokens, i))
}

/** Tokens in a sentence at most: what is longer is no sentence, and would make reading slow. */
const longest = 300

const split = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const out: (readonly Token[])[] = []
  let start = 0
  for (let i = 0; i < tokens.length; i += 1) {
    if (!endsAt(tokens, i)) {
      if (i - start < longest) continue
      out.push(tokens.slice(start, i))
      start = i
      continue
    }
    if (i > start) out.push(tokens.slice(start, i))
    start = i + 1
  }
  if (start < tokens.length) out.push(tokens.slice(start))
  return out
}

type Head = { readonly line: Line; readonly tokens: readonly Token[]; readonly child?: Line }

const isItem = ({ mark }: Line): boolean => mark !== 'none' && mark !== 'heading'

const stillOver = (head: Head, line: Line): boolean => {
  if (line.mark === 'heading') return false
  if (head.line.mark === 'heading') return true
  if (!isItem(line)) return !line.afterBlank && !isItem(head.line)
  if (!isItem(head.line)) {
    const { child } = head
    return !child || child.mark === line.mark || !line.afterBlank || line.indent > child.indent
  }
  return line.indent > head.line.indent || (line.mark !== head.line.mark && line.indent >= head.line.indent)
}

const opensList = (line: Line, tokens: readonly Token[] | undefined, next: Line | undefined): boolean => {
  const last = tokens?.at(-1)
  if (!tokens || !last) return false
  if (last.word === ':' || last.word === '：') return true
  if (line.mark === 'heading') return true
  return (
    isItem(line) && next !== undefined && isItem(next) && next.indent > line.indent && tokens.length <= 12
  )
}

/** The sentences of a text from its tokens, each with the heads it stands under. */
export const sentencesOf = (text: string, tokens: readonly Token[]): readonly Sentence[] => {
  const lines = linesOf(text)
  const out: Sentence[] = []
  let heads: readonly Head[] = []
  let table: TableHead | null = null
  let at = 0
  for (const [i, line] of lines.entries()) {
    while (at < tokens.length && (tokens[at]?.from ?? 0) < line.from) at += 1
    const start = at
    while (at < tokens.length && (tokens[at]?.from ?? 0) < line.to) at += 1
    const own = tokens.slice(start, at)
    const row: Row = isRow(own) ? readRow(own, table) : { sentences: split(own), head: null }
    const parts = row.sentences
    table = row.head
    heads = heads
      .filter((head) => stillOver(head, line))
      .map((head) => (head.child ? head : { ...head, child: line }))
    const over = heads.map((head) => head.tokens)
    const last = parts.at(-1)
    const opens = opensList(line, last, lines[i + 1])
    for (const part of parts) out.push({ tokens: part, heads: over, item: isItem(line) })
    if (last && opens) heads = [...heads.slice(-5), { line, tokens: last }]
  }
  return out
}
