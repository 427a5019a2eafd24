import type { Node as ProseNode } from '@tiptap/pm/model'
import type { NodeJson } from './node-json.ts'
import { manuscriptSchema } from './schema.ts'
import { settle } from './settle.ts'

const withoutSpread = (node: NodeJson): NodeJson => ({
  ...node,
  ...(node.attrs && 'spread' in node.attrs && { attrs: { ...node.attrs, spread: false } }),
  ...(node.content && { content: node.content.map(withoutSpread) }),
})

/** A block as Markdown can hold it, checked against the schema; `spread`, which Markdown cannot always hold, left out. */
export const settledNode = (node: NodeJson): ProseNode => {
  const settled = manuscriptSchema.nodeFromJSON(withoutSpread(settle(node)))
  settled.check()
  return settled
}
