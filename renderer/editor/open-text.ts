import type { Node as ProseNode, Schema } from '@tiptap/pm/model'
import { parseMarkdown } from '../../shared/text/markdown.ts'
import { lineStart, trimmedEnd } from '../../shared/text/places.ts'
import { blockFromMarkdown } from './from-markdown.ts'
import { manuscriptSchema } from './schema.ts'

/** A block of a document and the part of the text it was read from: whole lines, without the blank ones around. */
export type SourceBlock = { readonly node: ProseNode; readonly from: number; readonly to: number }

/**
 * A Markdown text opened for editing. ProseMirror never changes a node and keeps every node that an edit leaves alone, so
 * a block that is still the same object is untouched, and `blocks` knows the letters it came from. Nothing is stored in
 * the document itself, where copying and splitting would duplicate it.
 */
export type OpenedText = {
  readonly text: string
  readonly doc: ProseNode
  readonly blocks: readonly SourceBlock[]
}

const byteOrderMark = '\ufeff'

/** Opens a text; nothing is written by that. The schema may be an editor's own, if it has the names of ours. */
export const openText = (text: string, schema: Schema = manuscriptSchema): OpenedText => {
  const { children } = parseMarkdown(text)
  const starts = children.map(({ position }) =>
    Math.max(lineStart(text, position?.start.offset ?? 0), text.startsWith(byteOrderMark) ? 1 : 0),
  )
  const blocks = children.map((child, i) => {
    const from = starts[i] ?? 0
    const node = schema.nodeFromJSON(blockFromMarkdown(child, text))
    const end = trimmedEnd(text, from, starts[i + 1] ?? text.length)
    return { node, from, to: Math.max(end, child.position?.end.offset ?? 0) }
  })
  const nodes = blocks.map(({ node }) => node)
  return {
    text,
    blocks,
    doc: schema.node('doc', null, nodes.length > 0 ? nodes : [schema.node('paragraph')]),
  }
}
