import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { contentOf, type Composition } from './compose.ts'

/** Numbers the notes in the order in which the text first refers to them, from 1, by identifier. */
export const noteNumbers = (composition: Composition): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  const root: Root = { type: 'root', children: [...contentOf(composition)] }
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type === 'footnoteReference' && !numbers.has(node.identifier)) {
      numbers.set(node.identifier, numbers.size + 1)
    }
    return undefined
  })
  return numbers
}
