import type { Nodes, PhrasingContent, Root } from 'mdast'
import { parsePiece } from './parse-piece.ts'
import { readBlocks } from './read-blocks.ts'
import { onOneLine } from './soft-breaks.ts'

export type { Citation } from './markdown-notes.ts'
export { printMarkdown, type ListMarks } from './markdown-print.ts'

/**
 * The one Markdown grammar, as an mdast tree with places in `text`: CommonMark with GFM's tables, footnotes and
 * strikethrough (two tildes), and citations `[@key]`. Four things differ, each so that a section means the same wherever
 * it stands and loses no text:
 * - HTML is text. Its constructs are switched off, so that no tree ever holds an `html` node.
 * - Links stand by themselves. Definitions (`[key]: url`) are switched off and read as text.
 * - `[^1]` calls a footnote whether or not its text is in sight.
 * - Emphasis forms beside Chinese, Japanese and Korean letters (see `emphasis`).
 * Time grows with the length of the text; what would take longer is read as code (see `readBlocks`).
 */
export const parseMarkdown = (text: string): Root => ({
  type: 'root',
  children: readBlocks(text, parsePiece),
})

/** Stands for a hard break until the line breaks that mean nothing are gone; no parsed text holds a NUL. */
const hardBreak = '\0'

const inline = (node: PhrasingContent): string => {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return node.value
    case 'break':
      return hardBreak
    case 'citation':
      return `[${node.value}]`
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'footnoteReference':
      return ''
    default:
      return node.children.map(inline).join('')
  }
}

const blockTexts = (node: Nodes): readonly string[] => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [onOneLine(node.children.map(inline).join('')).replaceAll(hardBreak, '\n')]
    case 'code':
      return [node.value]
    case 'tableRow':
      return [node.children.map((cell) => cell.children.map(inline).join('')).join('\t')]
    default:
      return 'children' in node ? node.children.flatMap(blockTexts) : []
  }
}

/** The text of a part of a tree as it is read (see `plainText`). */
export const plainOf = (node: Nodes): string =>
  blockTexts(node)
    .filter((block) => block.trim() !== '')
    .join('\n\n')

/**
 * The text of a Markdown source as it is read: without markup, link targets, footnote marks and rules. Paragraphs,
 * headings, list items, table rows and blocks of code each stand by themselves, a blank line between them; table cells
 * are set apart by tabs.
 */
export const plainText = (text: string): string => plainOf(parseMarkdown(text))
