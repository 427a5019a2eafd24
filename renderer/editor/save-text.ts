import type { Node as ProseNode } from '@tiptap/pm/model'
import type { ListMarks } from '../../shared/text/markdown.ts'
import type { NodeJson } from './node-json.ts'
import type { OpenedText } from './open-text.ts'
import {
  gapAfter,
  lineBreakOf,
  marksFor,
  needsFence,
  newGap,
  sourceText,
  staysAsRead,
  type Piece,
} from './seams.ts'
import { blockToMarkdown } from './to-markdown.ts'

const printed = new WeakMap<ProseNode, string>()

const print = (node: ProseNode, marks: ListMarks): string => {
  const plain = Object.keys(marks).length === 0
  const known = plain ? printed.get(node) : undefined
  if (known !== undefined) return known
  const text = blockToMarkdown(node.toJSON() as NodeJson, marks)
  if (plain) printed.set(node, text)
  return text
}

const isEmpty = (node: ProseNode): boolean => node.type.name === 'paragraph' && node.childCount === 0

/** For every block to be written, the opened block it still is: the same object or, from either end, an equal one. */
const sourcesOf = ({ blocks }: OpenedText, nodes: readonly ProseNode[]): readonly (number | null)[] => {
  const known = new Map(blocks.map(({ node }, i) => [node, i]))
  const sources = nodes.map((node) => known.get(node) ?? null)
  const equal = (at: number, source: number): boolean => {
    const [node, block] = [nodes[at], blocks[source]]
    if (!node || !block) return false
    return known.has(node) ? node === block.node : node.eq(block.node)
  }
  const least = Math.min(nodes.length, blocks.length)
  let head = 0
  for (; head < least && equal(head, head); head += 1) sources[head] = head
  for (let tail = 1; tail <= least - head; tail += 1) {
    const [at, source] = [nodes.length - tail, blocks.length - tail]
    if (!equal(at, source)) break
    sources[at] = source
  }
  return sources
}

type Neighbour = { readonly node: ProseNode; readonly source: number | null }

const written = (opened: OpenedText, nodes: readonly Neighbour[]): readonly Piece[] => {
  const pieces: Piece[] = []
  const anew = (node: ProseNode, marks: ListMarks): Piece => {
    const text = print(node, marks).replaceAll('\n', lineBreakOf(opened.text))
    return { node, text, source: null }
  }
  for (const [i, { node, source }] of nodes.entries()) {
    const before = pieces.at(-1)
    const after = nodes[i + 1]
    const stays = source !== null && staysAsRead(opened, node, source, before, after?.source)
    const beside = before ? [before] : []
    if (after && after.source !== null) beside.push({ ...after, text: sourceText(opened, after.source) })
    const piece = stays
      ? { node, text: sourceText(opened, source), source }
      : anew(node, marksFor(node, beside))
    if (before && needsFence(before, piece)) pieces[i - 1] = anew(before.node, {})
    pieces.push(piece)
  }
  return pieces
}

/**
 * The Markdown of an edited document. Blocks that are untouched keep their letters and what stands between them; a
 * document without any edit is the very text that was opened. Other blocks are written anew, a blank line around them
 * where none stood, in the text's own kind of line break; paragraphs without text are not written. A neighbour is written
 * anew with them only where its letters would mean something else there.
 * Law: what is saved opens as `settle` of what was saved.
 */
export const saveText = (opened: OpenedText, doc: ProseNode): string => {
  const { text, blocks } = opened
  const mayBeEmpty = blocks.some(({ node }) => isEmpty(node))
  const nodes = doc.children.filter((node) => mayBeEmpty || !isEmpty(node))
  const sources = sourcesOf(opened, nodes)
  const neighbours = nodes.map((node, i) => ({ node, source: sources[i] ?? null }))
  const pieces = written(
    opened,
    neighbours.filter(({ node, source }) => source !== null || !isEmpty(node)),
  )
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return blocks.length === 0 ? text : ''
  const start = first.source === 0 ? text.slice(0, blocks[0]?.from) : (/^\ufeff?/u.exec(text)?.[0] ?? '')
  const rest = blocks.length === 0 ? text : gapAfter(opened, blocks.length - 1)
  const end = last.source === blocks.length - 1 ? rest : (/[\r\n]\s*$/u.exec(rest)?.[0] ?? '')
  const body = pieces.map((piece, i) => {
    const before = pieces[i - 1]
    if (!before) return piece.text
    const kept = before.source !== null && piece.source === before.source + 1
    return (kept ? gapAfter(opened, before.source) : newGap(opened, before, piece.source)) + piece.text
  })
  return start + body.join('') + end
}
