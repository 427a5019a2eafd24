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

/** Characters after which a piece is cut even where no blank line stands. */
const longest = 32_000

const isBlankBefore = (source: string, line: number): boolean => {
  const end = line - (source.slice(line - 2, line) === '\r\n' ? 2 : 1)
  return /^[ \t>]*$/u.test(source.slice(lineStart(source, end), end))
}

/**
 * The last child behind a blank line; in a long piece the last one. Right below a paragraph or behind indented code the
 * parser reads a few markers as text (`10.` in `- 10.`); only there may a long piece be read otherwise.
 */
const lastApart = (source: string, children: readonly Nodes[]): Nodes | undefined => {
  const apart = children.findLast((child, i) => {
    const line = lineStart(source, startOf(child).offset)
    return line > 0 && children[i - 1]?.type !== 'code' && isBlankBefore(source, line)
  })
  return apart ?? (source.length > longest ? children.at(-1) : undefined)
}

const nowhere: Place = { offset: 0, line: 0 }

/** The cut after a piece that may have cut its last block short; null if nothing of it is settled. */
const cutOf = (source: string, read: readonly RootContent[]): Cut | null => {
  if (read.length === 0) return { place: further(source, nowhere, source.length), depth: 0, blocks: [] }
  const cutAt = (child: Nodes | undefined): Place | null => {
    const place = startOf(child)
    const offset = lineStart(source, place.offset)
    return offset > 0 ? { ...place, offset } : null
  }
  const next = lastApart(source, read)
  const place = cutAt(next)
  if (place) return { place, depth: 0, blocks: read.filter((block) => startOf(block).offset < place.offset) }
  const [only] = read
  if (read.length > 1 || !isContainer(only)) return null
  const { node, depth } = innermost(only)
  const child = node.type === 'list' ? node.children.at(-1) : lastApart(source, node.children)
  const inside = cutAt(child)
  if (!inside) return null
  while (startOf(node.children.at(-1)).offset >= inside.offset) node.children.pop()
  return { place: inside, depth, blocks: [only] }
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
