import type { Blockquote, List, Nodes, RootContent } from 'mdast'
import { further, lineEnd, lineStart, literal, shift, startOf, type Place } from './places.ts'

/** Reads a text in one go. */
export type Parse = (text: string) => readonly RootContent[]

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

/** Where to go on, how many containers deep what is read there joins what was read before, and what is settled. */
type Cut = { readonly place: Place; readonly depth: number; readonly blocks: readonly RootContent[] }

/** The cut after a piece that may have cut its last block short; null if nothing of it is settled. */
const cutOf = (source: string, read: readonly RootContent[]): Cut | null => {
  const last = read.at(-1)
  if (!last) return { place: further(source, { offset: 0, line: 0 }, source.length), depth: 0, blocks: [] }
  const start = startOf(last)
  const offset = lineStart(source, start.offset)
  if (offset > 0) return { place: { ...start, offset }, depth: 0, blocks: read.slice(0, -1) }
  if (!isContainer(last)) return null
  const { node, depth } = innermost(last)
  const place = startOf(node.children.at(-1))
  const line = lineStart(source, place.offset)
  if (line === 0) return null
  node.children.pop()
  return { place: { ...place, offset: line }, depth, blocks: [last] }
}

/** Items and quotations that one block may hold in a piece in which there is no place to cut. */
const mostInside = 500

const containersIn = (node: Nodes): number => {
  const own = node.type === 'listItem' || node.type === 'blockquote' ? 1 : 0
  return 'children' in node ? node.children.reduce((sum, child) => sum + containersIn(child), own) : own
}

/** The parser takes a byte order mark for nothing, which it only is at the beginning of a text. */
const withMark = (source: string): string => (source.startsWith('\ufeff') ? `\ufeff${source}` : source)

/**
 * The blocks of `text` from a place where one begins. Read piece by piece, each from the last block that the piece before
 * may have cut short: a block that another has followed is never changed by what comes later. The parser's time grows
 * with the square of some texts; so it grows with their length.
 */
export const readPieces = (text: string, from: Place, parse: Parse, piece: number): RootContent[] => {
  const blocks: RootContent[] = []
  let at = from
  let depth = 0
  let size = piece
  while (at.offset < text.length) {
    const end = at.offset + size >= text.length ? text.length : lineEnd(text, at.offset + size)
    const source = text.slice(at.offset, end)
    const read = parse(withMark(source))
    const [only] = read
    const rest = further(text, at, source.length)
    const cut = end === text.length ? { place: null, depth: 0, blocks: read } : cutOf(source, read)
    if (cut) {
      for (const block of read) shift(block, at)
      if (depth > 0) join(blocks.at(-1), cut.blocks[0], depth)
      blocks.push(...cut.blocks.slice(depth > 0 ? 1 : 0))
      at = cut.place ? { offset: at.offset + cut.place.offset, line: at.line + cut.place.line } : rest
      depth = cut.depth
      size = piece
    } else if (only && containersIn(only) > mostInside) {
      blocks.push(literal(text, at, rest))
      at = rest
      depth = 0
    } else size *= 2
  }
  return blocks
}
