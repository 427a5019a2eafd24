import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { emphasis } from './markdown-emphasis.ts'
import { notes, notesToTree } from './markdown-notes.ts'

const { document } = gfmFootnote()

const extensions = [
  gfmTable(),
  gfmStrikethrough({ singleTilde: false }),
  { ...(document && { document }) },
  notes,
  emphasis,
  { disable: { null: ['htmlFlow', 'htmlText', 'definition'] } },
]

const mdastExtensions = [
  gfmTableFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  notesToTree,
]

/** The blocks of a piece of Markdown, read in one go; `parseMarkdown` is the promise kept with it. */
export const parsePiece = (text: string): readonly RootContent[] =>
  fromMarkdown(text, { extensions, mdastExtensions }).children
