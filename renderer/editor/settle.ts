import { isLabel } from '../../shared/text/markdown-notes.ts'
import { numberAttribute, textAttribute, type NodeJson } from './node-json.ts'
import { cleanText, settleLine } from './settle-line.ts'

const isEmpty = ({ type, content = [] }: NodeJson): boolean => type === 'paragraph' && content.length === 0

const settledBlocks = (content: readonly NodeJson[] = []): readonly NodeJson[] => {
  const kept = content.map(settle).filter((block) => !isEmpty(block))
  return kept.length === 0 ? [{ type: 'paragraph' }] : kept
}

const codeBlock = (language: string | null, text: string): NodeJson => ({
  type: 'codeBlock',
  attrs: { language },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})

/** In a footnote the reader keeps the indentation of lines of code that hold nothing else. */
const withoutBlankIndent = (node: NodeJson): NodeJson => {
  if (node.type === 'codeBlock') {
    const text = node.content?.[0]?.text ?? ''
    return codeBlock(textAttribute(node, 'language') || null, text.replace(/^[ \t]+$/gmu, ''))
  }
  return node.content ? { ...node, content: node.content.map(withoutBlankIndent) } : node
}

const settledCode = (node: NodeJson): NodeJson => {
  const { content = [] } = node
  const language = cleanText(textAttribute(node, 'language'))
    .replace(/[ \t\r\n]+/gu, ' ')
    .trim()
  const text = content.map((piece) => piece.text ?? '').join('')
  return codeBlock(language || null, cleanText(text).replace(/\r\n?/gu, '\n'))
}

const settledTable = ({ content: rows = [] }: NodeJson): NodeJson => {
  const width = Math.max(...rows.map(({ content = [] }) => content.length))
  const heads = rows[0]?.content ?? []
  return {
    type: 'table',
    content: rows.map(({ content: cells = [] }, row) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: heads[column]?.attrs?.['align'] ?? null, colspan: 1, rowspan: 1, colwidth: null },
        content: settleLine(cells[column]?.content ?? [], 'cell'),
      })),
    })),
  }
}

const most = 900_000_000

const between = (value: number, from: number, to: number): number =>
  Number.isFinite(value) ? Math.min(to, Math.max(from, Math.trunc(value))) : from

/**
 * What Markdown can hold of a block of the editor; settling again changes nothing, and a block read from Markdown only
 * loses space that cannot be seen. Paragraphs without text go; a table's first row is its head, its columns are aligned
 * as their heads are, and its rows are equally long; code and notes get names that can be written.
 */
export const settle = (node: NodeJson): NodeJson => {
  const { type, content = [] } = node
  switch (type) {
    case 'paragraph':
      return { type, content: settleLine(content, 'paragraph') }
    case 'heading':
      return {
        type,
        attrs: { level: between(numberAttribute(node, 'level', 1), 1, 6) },
        content: settleLine(content, 'heading'),
      }
    case 'codeBlock':
      return settledCode(node)
    case 'table':
      return settledTable(node)
    case 'bulletList':
      return { ...node, content: content.map(settle) }
    case 'orderedList': {
      const start = between(numberAttribute(node, 'start', 1), 0, most)
      return { type, attrs: { ...node.attrs, start }, content: content.map(settle) }
    }
    case 'footnoteDefinition': {
      const label = textAttribute(node, 'label')
      const written = isLabel(label) ? label : label.replace(/[\s[\]\\|&`\0]+/gu, '-').slice(0, 200) || '-'
      return { type, attrs: { label: written }, content: settledBlocks(content).map(withoutBlankIndent) }
    }
    case 'blockquote':
    case 'listItem':
    case 'doc':
      return { type, content: settledBlocks(content) }
    default:
      return node
  }
}
