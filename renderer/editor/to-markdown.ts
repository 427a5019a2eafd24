import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Table } from 'mdast'
import { printMarkdown } from '../../shared/text/markdown.ts'
import type { ListMarks } from '../../shared/text/markdown.ts'
import { isCode, numberAttribute, textAttribute, type MarkJson, type NodeJson } from './node-json.ts'
import { settle } from './settle.ts'

type Line = readonly NodeJson[]
type Block = BlockContent | DefinitionContent

const leaf = (piece: NodeJson): PhrasingContent => {
  const title = textAttribute(piece, 'title') || null
  switch (piece.type) {
    case 'hardBreak':
      return { type: 'break' }
    case 'image':
      return { type: 'image', url: textAttribute(piece, 'src'), alt: textAttribute(piece, 'alt'), title }
    case 'citation':
      return { type: 'citation', value: textAttribute(piece, 'value') }
    case 'footnoteReference': {
      const label = textAttribute(piece, 'label')
      return { type: 'footnoteReference', identifier: label.toLowerCase(), label }
    }
    default:
      return { type: isCode(piece) ? 'inlineCode' : 'text', value: piece.text ?? '' }
  }
}

const wrapped = (mark: MarkJson, children: PhrasingContent[]): PhrasingContent => {
  switch (mark.type) {
    case 'link':
      return {
        type: 'link',
        url: textAttribute(mark, 'href'),
        title: textAttribute(mark, 'title') || null,
        children,
      }
    case 'bold':
      return { type: 'strong', children }
    case 'italic':
      return { type: 'emphasis', children }
    default:
      return { type: 'delete', children }
  }
}

const same = (a: MarkJson, b: MarkJson): boolean =>
  a.type === b.type && JSON.stringify(a) === JSON.stringify(b)

const runLength = (line: Line, mark: MarkJson): number => {
  const end = line.findIndex(({ marks = [] }) => !marks.some((other) => same(other, mark)))
  return end < 0 ? line.length : end
}

/** Marks become nodes around what they cover: of those that begin at one place, the one that reaches furthest. */
const phrasing = (line: Line): PhrasingContent[] => {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (let piece = line[at]; piece; piece = line[at]) {
    const rest = line.slice(at)
    const [widest] = (piece.marks ?? [])
      .filter(({ type }) => type !== 'code')
      .map((mark) => ({ mark, length: runLength(rest, mark) }))
      .toSorted((a, b) => b.length - a.length)
    if (widest) {
      const { mark, length } = widest
      const inner = rest
        .slice(0, length)
        .map((inside) => ({ ...inside, marks: (inside.marks ?? []).filter((other) => !same(other, mark)) }))
      nodes.push(wrapped(mark, phrasing(inner)))
    } else nodes.push(leaf(piece))
    at += widest?.length ?? 1
  }
  return nodes
}

const table = (node: NodeJson): Table => {
  const rows = node.content ?? []
  const align = (rows[0]?.content ?? []).map((cell) => textAttribute(cell, 'align') || null)
  return {
    type: 'table',
    align: align.map((side) => (side === 'left' || side === 'right' || side === 'center' ? side : null)),
    children: rows.map(({ content: cells = [] }) => ({
      type: 'tableRow',
      children: cells.map(({ content = [] }) => ({ type: 'tableCell', children: phrasing(content) })),
    })),
  }
}

const blocks = (content: readonly NodeJson[] = []): Block[] =>
  content
    .filter(({ type, content: line = [] }) => type !== 'paragraph' || line.length > 0)
    .map((child) => block(child))

const block = (node: NodeJson): Block => {
  const { type, content = [] } = node
  switch (type) {
    case 'heading': {
      const level = numberAttribute(node, 'level', 1)
      return { type: 'heading', depth: level as 1 | 2 | 3 | 4 | 5 | 6, children: phrasing(content) }
    }
    case 'blockquote':
      return { type: 'blockquote', children: blocks(content) }
    case 'bulletList':
    case 'orderedList': {
      const spread = node.attrs?.['spread'] === true
      const item = (child: NodeJson): ListItem => ({
        type: 'listItem',
        spread,
        children: blocks(child.content),
      })
      const ordered = type === 'orderedList'
      const start = ordered ? numberAttribute(node, 'start', 1) : null
      return { type: 'list', ordered, start, spread, children: content.map(item) }
    }
    case 'codeBlock': {
      const [lang = '', ...meta] = textAttribute(node, 'language').split(' ')
      const value = content.map(({ text }) => text ?? '').join('')
      return { type: 'code', lang: lang || null, meta: meta.join(' ') || null, value }
    }
    case 'horizontalRule':
      return { type: 'thematicBreak' }
    case 'table':
      return table(node)
    case 'footnoteDefinition': {
      const label = textAttribute(node, 'label')
      return { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: blocks(content) }
    }
    default:
      return { type: 'paragraph', children: phrasing(content) }
  }
}

/** One block of the editor as Markdown, without a line break at its end; '' for a paragraph without text. */
export const blockToMarkdown = (node: NodeJson, marks: ListMarks = {}): string =>
  printMarkdown({ type: 'root', children: [block(settle(node))] }, marks).replace(/\n$/u, '')
