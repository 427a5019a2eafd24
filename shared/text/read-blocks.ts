import type { Blockquote, List, Nodes, RootContent } from 'mdast'
import { closesFence, openedFence } from './fences.ts'
import { tangles } from './tangles.ts'

type Parse = (text: string) => readonly RootContent[]
type Place = { readonly offset: number; readonly line: number }

const shift = (node: Nodes, by: Place): void => {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += by.line
    point.offset = (point.offset ?? 0) + by.offset
  }
  if ('children' in node) for (const child of node.children) shift(child, by)
}

const lineEnd = (text: string, from: number): number => {
  const end = /\r\n|\r|\n/gu
  end.lastIndex = from
  return end.test(text) ? end.lastIndex : text.length
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0

const literal = (text: string, from: Place, to: Place): RootContent => ({
  type: 'code',
  lang: null,
  meta: null,
  value: text.slice(from.offset, to.offset).replaceAll('\0', '\ufffd').replace(/\r\n?/gu, '\n'),
  position: {
    start: { line: from.line + 1, column: 1, offset: from.offset },
    end: { line: to.line + 1, column: to.offset - lineStart(text, to.offset) + 1, offset: to.offset },
  },
})

type Container = Blockquote | List

const isContainer = (node: Nodes | undefined): node is Container =>
  node?.type === 'list' || node?.type === 'blockquote'

/** The innermost list or quotation that can be read on from the middle: its markers stand on lines of their own. */
const innermost = (node: Container, depth = 1): { readonly node: Container; readonly depth: number } => {
  const [only] = node.children
  return node.type === 'blockquote' && node.children.length === 1 && isContainer(only)
    ? innermost(only, depth + 1)
    : { node, depth }
}

/** Joins what was read on to what it goes on from. */
const join = (head: Nodes | undefined, tail: Nodes | undefined, depth: number): void => {
  if (!isContainer(head) || !isContainer(tail)) return
  const [first, ...rest] = tail.children
  if (depth > 1) join(head.children.at(-1), first, depth - 1)
  ;(head.children as RootContent[]).push(...(depth > 1 ? rest : tail.children))
  if (head.type === 'list' && tail.type === 'list') head.spread = head.spread || tail.spread
  if (head.position && tail.position) head.position.end = tail.position.end
}

/** A place to go on reading from, and how many containers deep what is read there joins what was read before. */
type Cut = Place & { readonly depth: number; readonly blocks: readonly RootContent[] }

/** Where to go on after a piece that may have cut its last block short, and what of it is settled; null if nothing is. */
const cutOf = (source: string, read: readonly RootContent[]): Cut | null => {
  const last = read.at(-1)
  const start = last ? lineStart(source, last.position?.start.offset ?? 0) : source.length
  if (start > 0 || !last) {
    const line = last ? (last.position?.start.line ?? 1) - 1 : lineBreaks(source)
    return { offset: start, line, depth: 0, blocks: read.slice(0, -1) }
  }
  if (!isContainer(last)) return null
  const { node, depth } = innermost(last)
  const point = node.children.at(-1)?.position?.start
  const offset = lineStart(source, point?.offset ?? 0)
  if (offset === 0 || point === undefined) return null
  node.children.pop()
  return { offset, line: point.line - 1, depth, blocks: [last] }
}

/** Characters that a list item, quotation or footnote may have in which there is no place to cut. */
const longestUncut = 32_000

/**
 * The blocks of `text` from a place where one begins. Read piece by piece, each from the last block that the piece before
 * may have cut short: a block that another has followed is never changed by what comes later. The parser's time grows
 * with the square of some texts; so it grows with their length.
 */
const readPieces = (text: string, from: Place, parse: Parse, piece: number): RootContent[] => {
  const blocks: RootContent[] = []
  let at: Place & { readonly depth?: number } = from
  let size = piece
  while (at.offset < text.length) {
    const end = at.offset + size >= text.length ? text.length : lineEnd(text, at.offset + size)
    const source = text.slice(at.offset, end)
    const read = parse(source)
    const [only] = read
    const whole = { offset: source.length, line: lineBreaks(source), depth: 0, blocks: read }
    const cut = end === text.length ? whole : cutOf(source, read)
    if (cut) {
      for (const block of read) shift(block, at)
      const [first, ...rest] = cut.blocks
      if (at.depth && first) join(blocks.at(-1), first, at.depth)
      blocks.push(...(at.depth ? rest : cut.blocks))
      at = { offset: at.offset + cut.offset, line: at.line + cut.line, depth: cut.depth }
      size = piece
    } else if (size > longestUncut && (isContainer(only) || only?.type === 'footnoteDefinition')) {
      const to = { offset: end, line: at.line + lineBreaks(source) }
      blocks.push(literal(text, at, to))
      at = to
    } else size *= 2
  }
  return blocks
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/u)

/** The fence of code that was still open at the end of its source, or ''. */
const openFence = (block: RootContent | undefined, source: string): string => {
  const [first = '', ...lines] = linesOf(source.trimEnd())
  const fence = block?.type === 'code' ? openedFence(first) : ''
  return fence !== '' && lines.some((line) => closesFence(line, fence)) ? '' : fence
}

const fenceEnd = (text: string, from: number, fence: string): number => {
  let at = from
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (closesFence(text.slice(at, end).trimEnd(), fence)) return end
    at = end
  }
  return at
}

/**
 * The blocks of a Markdown text, with their places in it. What could not be parsed in good time (see `tangles`) becomes
 * a block of code that holds it letter for letter, together with the list it stands in; in fenced code it stays code.
 */
export const readBlocks = (text: string, parse: Parse, piece = 4000): RootContent[] => {
  const blocks: RootContent[] = []
  let at: Place = { offset: text.startsWith('\ufeff') ? 1 : 0, line: 0 }
  const after = (offset: number): Place => ({
    offset,
    line: at.line + lineBreaks(text.slice(at.offset, offset)),
  })
  for (const tangle of tangles(text)) {
    if (tangle.from < at.offset) continue
    const read = readPieces(text.slice(0, tangle.from), at, parse, piece)
    const last = read.at(-1)
    const start = lineStart(text, last?.position?.start.offset ?? at.offset)
    const fence = openFence(last, text.slice(start, tangle.from))
    const isOpen = fence !== '' || last?.type === 'list' || last?.type === 'footnoteDefinition'
    blocks.push(...(isOpen ? read.slice(0, -1) : read))
    const from = after(isOpen ? start : tangle.from)
    const to = after(fence === '' ? tangle.to : fenceEnd(text, tangle.from, fence))
    blocks.push(
      ...(fence === ''
        ? [literal(text, from, to)]
        : readPieces(text.slice(0, to.offset), from, parse, piece)),
    )
    at = to
  }
  blocks.push(...readPieces(text, at, parse, piece))
  return blocks
}
