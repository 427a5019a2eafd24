import type { AlignType, BlockContent, DefinitionContent, PhrasingContent, RootContent, Table } from 'mdast'
import { softBreak } from '../../shared/text/soft-breaks.ts'
import type { MarkJson, NodeJson } from './node-json.ts'

const marked = (
  children: readonly PhrasingContent[],
  marks: readonly MarkJson[],
  mark: MarkJson,
): readonly NodeJson[] =>
  children.flatMap((child) =>
    pieces(child, marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]),
  )

const pieces = (node: PhrasingContent, marks: readonly MarkJson[]): readonly NodeJson[] => {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value === '' ? [] : [{ type: 'text', text: node.value, marks }]
    case 'inlineCode':
      return [{ type: 'text', text: node.value, marks: [...marks, { type: 'code' }] }]
    case 'strong':
      return marked(node.children, marks, { type: 'bold' })
    case 'emphasis':
      return marked(node.children, marks, { type: 'italic' })
    case 'delete':
      return marked(node.children, marks, { type: 'strike' })
    case 'link':
      return marked(node.children, marks, {
        type: 'link',
        attrs: { href: node.url, title: node.title ?? null },
      })
    case 'break':
      return [{ type: 'hardBreak', marks }]
    case 'image':
      return [
        { type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null }, marks },
      ]
    case 'citation':
      return [{ type: 'citation', attrs: { value: node.value }, marks }]
    case 'footnoteReference':
      return [{ type: 'footnoteReference', attrs: { label: node.label ?? node.identifier }, marks }]
    case 'linkReference':
      return node.children.flatMap((child) => pieces(child, marks))
    case 'imageReference':
      return node.alt ? [{ type: 'text', text: node.alt, marks }] : []
  }
}

const placeholder = '\ufffc'

/** Line breaks that only wrap the source are read as what they stand for. */
const unwrapped = (line: readonly NodeJson[]): readonly NodeJson[] => {
  const whole = line.map(({ text }) => text ?? placeholder).join('')
  let at = 0
  return line.flatMap((piece) => {
    const from = at
    at += piece.text?.length ?? 1
    if (piece.text === undefined) return [piece]
    const text = piece.text.replace(/\r\n|\r|\n/gu, (gap, offset: number) =>
      softBreak(whole[from + offset - 1], whole[from + offset + gap.length]),
    )
    return text === '' ? [] : [{ ...piece, text }]
  })
}

const paragraph = (children: readonly PhrasingContent[]): readonly NodeJson[] =>
  unwrapped(children.flatMap((child) => pieces(child, [])))

/** The same where no line break can stand. */
const phrase = (children: readonly PhrasingContent[]): readonly NodeJson[] =>
  unwrapped(children.flatMap((child) => pieces(child, []))).map((piece) =>
    piece.type === 'hardBreak' ? { ...piece, type: 'text', text: ' ' } : piece,
  )

const code = (value: string, language: string | null): NodeJson => {
  const text = value.replace(/\r\n?/gu, '\n')
  return {
    type: 'codeBlock',
    attrs: { language },
    ...(text !== '' && { content: [{ type: 'text', text }] }),
  }
}

/** Cells that may be missing from a table's rows before filling them up would do harm. */
const mostMissing = 10_000

const table = (node: Table, source: string): NodeJson => {
  const width = Math.max(...node.children.map(({ children }) => children.length))
  const cells = node.children.reduce((sum, { children }) => sum + children.length, 0)
  if (width * node.children.length - cells > mostMissing) {
    return code(source.slice(node.position?.start.offset, node.position?.end.offset), null)
  }
  const align: readonly AlignType[] = node.align ?? []
  return {
    type: 'table',
    content: node.children.map(({ children }, row) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: align[column] ?? null, colspan: 1, rowspan: 1, colwidth: null },
        content: phrase(children[column]?.children ?? []),
      })),
    })),
  }
}

type Block = BlockContent | DefinitionContent

/** A footnote's text cannot hold that of another: the inner one is read as the text it looks like. */
const bodyOf = (node: Block, source: string): readonly NodeJson[] => {
  if (node.type !== 'footnoteDefinition') return [blockFromMarkdown(node, source)]
  const label: NodeJson = { type: 'text', text: `[^${node.label ?? node.identifier}]:` }
  return [{ type: 'paragraph', content: [label] }, ...node.children.flatMap((child) => bodyOf(child, source))]
}

const blocks = (children: readonly Block[], source: string): readonly NodeJson[] =>
  children.length === 0 ? [{ type: 'paragraph' }] : children.map((child) => blockFromMarkdown(child, source))

/**
 * One block of a Markdown tree as a node for the editor; `source` is the text the tree was read from. Lines wrapped in
 * the source are joined, rows of a table filled up to the same length. Nothing else is lost.
 */
export const blockFromMarkdown = (node: RootContent, source: string): NodeJson => {
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', content: paragraph(node.children) }
    case 'heading':
      return { type: 'heading', attrs: { level: node.depth }, content: phrase(node.children) }
    case 'blockquote':
      return { type: 'blockquote', content: blocks(node.children, source) }
    case 'list': {
      const spread = (node.spread ?? false) || node.children.some((item) => item.spread)
      return {
        type: node.ordered ? 'orderedList' : 'bulletList',
        attrs: node.ordered ? { start: node.start ?? 1, spread } : { spread },
        content: node.children.map((item) => ({ type: 'listItem', content: blocks(item.children, source) })),
      }
    }
    case 'code':
      return code(node.value, node.lang ? [node.lang, ...(node.meta ? [node.meta] : [])].join(' ') : null)
    case 'thematicBreak':
      return { type: 'horizontalRule' }
    case 'table':
      return table(node, source)
    case 'footnoteDefinition':
      return {
        type: 'footnoteDefinition',
        attrs: { label: node.label ?? node.identifier },
        content:
          node.children.length === 0
            ? [{ type: 'paragraph' }]
            : node.children.flatMap((child) => bodyOf(child, source)),
      }
    default:
      return code(source.slice(node.position?.start.offset, node.position?.end.offset), null)
  }
}
