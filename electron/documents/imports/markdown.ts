import type { RootContent } from 'mdast'
import { splitFront } from '../../../shared/import-text.ts'
import { parseMarkdown, plainOf } from '../../../shared/text/markdown.ts'
import { decoded } from './decoded.ts'
import { describedInFront } from './front-matter.ts'
import type { ImportFormat, ReadBlock } from './import-format.ts'

const blocksOf = (node: RootContent): readonly ReadBlock[] => {
  switch (node.type) {
    case 'heading':
      return [{ level: node.depth, text: plainOf(node) }]
    case 'table':
      return [{ level: 0, text: node.children.map((row) => plainOf(row).replaceAll('\t', ' | ')).join('\n') }]
    case 'list':
      return node.children.map((item) => ({ level: 0, text: plainOf(item) }))
    default:
      return plainOf(node)
        .split('\n\n')
        .map((text) => ({ level: 0, text }))
  }
}

/** The one heading of the first level, where there is no other and nothing stands before it. */
const titleIn = (blocks: readonly ReadBlock[]): string | undefined => {
  const [first] = blocks
  const isOnly = blocks.filter(({ level }) => level === 1).length === 1
  return first?.level === 1 && isOnly ? first.text.slice(0, 300) : undefined
}

/** Markdown, by the one grammar: its text as it is read, with what its front matter says. */
export const markdown = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown', 'mdown'],
  largest: 4,
  read: (bytes, file) => {
    const { text, notices } = decoded(bytes, file)
    const { front, text: body } = splitFront(text)
    const blocks = parseMarkdown(body).children.flatMap(blocksOf)
    const described = describedInFront(front)
    const title = described.title ?? titleIn(blocks)
    return { kind: 'text', csl: { ...described, ...(title && { title }) }, blocks, notices }
  },
} as const satisfies ImportFormat
