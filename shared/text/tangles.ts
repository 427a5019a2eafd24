import { closesFence, openedFence } from './fences.ts'

/**
 * What ordinary text never comes near, and what the parser needs some hundredths of a second for. By paragraph: marks
 * that may open or close something. By stretch of lines without a blank one: markers at the beginning of one line, lines
 * of a list item or quotation that stand outside it, underlines, changes of the depth of quotation, table rows,
 * cells in one row.
 */
const most = {
  marks: 1000,
  depth: 60,
  lazy: 1000,
  underlines: 300,
  turns: 300,
  rows: 2000,
  cells: 1000,
} as const

type Tally = { -readonly [Name in keyof typeof most]: number }

const blankLine = /(?:^|\r\n|\r(?!\n)|\n)[ \t]*(?=(\r\n|\r|\n|$))/gu
const deep = /^[ \t>0-9.)*+-]{60}/mu
const marker = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/u
const nesting = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s[]+\]:))+/u
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/u
const marks = /\\.|^[ \t*_-]+$|(`+|\*+|~~|[[\]]|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_]))/gu
const bars = /\\.|(\|)/gu

/** Matches of the pattern's group; a long run counts by its length, since every character of it may pair. */
const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const { 1: run } of text.matchAll(pattern)) {
    if (run !== undefined) found += run.length > 3 ? run.length : 1
  }
  return found
}

const columns = (indent: string): number => indent.length + 3 * count(indent, /(\t)/gu)

const depthOf = (line: string): number => {
  const prefix = nesting.exec(line)?.[0] ?? ''
  const indent = /^[ \t]*/u.exec(line)?.[0] ?? ''
  return prefix === '' ? 0 : columns(indent) / 2 + count(prefix, /([>.)\]+*-])/gu)
}

const quoteDepth = (line: string): number => count(/^ {0,3}(?:> ?)*/u.exec(line)?.[0] ?? '', /(>)/gu)

const proseLines = (text: string): readonly string[] => {
  let fence = ''
  return text.split(/\r\n|\r|\n/u).filter((line) => {
    const inside = fence !== ''
    if (!inside) fence = openedFence(line)
    else if (closesFence(line, fence)) fence = ''
    return !inside && fence === ''
  })
}

const isTangled = (text: string): boolean => {
  const tally: Tally = { marks: 0, depth: 0, lazy: 0, underlines: 0, turns: 0, rows: 0, cells: 0 }
  let paragraph = 0
  let contained = false
  let lastQuotes = 0
  for (const line of proseLines(text)) {
    const isItem = marker.test(line)
    const quotes = quoteDepth(line)
    const cells = line.includes('|') ? count(line, bars) : 0
    paragraph = (isItem ? 0 : paragraph) + count(line, marks)
    tally.marks = Math.max(tally.marks, paragraph)
    tally.depth = Math.max(tally.depth, depthOf(line))
    tally.cells = Math.max(tally.cells, cells)
    if (cells > 0) tally.rows += 1
    if (underline.test(line)) tally.underlines += 1
    if (quotes !== lastQuotes) tally.turns += 1
    if (contained && !isItem && /^[^ \t>]/u.test(line)) tally.lazy += 1
    contained ||= isItem || quotes > 0
    lastQuotes = quotes
  }
  return Object.entries(most).some(([name, limit]) => tally[name as keyof Tally] > limit)
}

/** The stretches of a Markdown text, from blank line to blank line, that could not be parsed in good time. */
export const tangles = (text: string): readonly { readonly from: number; readonly to: number }[] => {
  const found: { readonly from: number; readonly to: number }[] = []
  let from = 0
  const look = (to: number): void => {
    const lines = text.slice(from, to)
    if ((lines.length > most.underlines || deep.test(lines)) && isTangled(lines)) found.push({ from, to })
  }
  for (const { 0: blank, 1: end = '', index } of text.matchAll(blankLine)) {
    look(index)
    from = index + blank.length + end.length
  }
  look(text.length)
  return found
}
