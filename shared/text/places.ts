import type { Nodes, RootContent } from 'mdast'

/** A place in a text: an offset in UTF-16 units and a line number, both from 0. */
export type Place = { readonly offset: number; readonly line: number }

/** Where a node begins. */
export const startOf = (node: Nodes | undefined): Place => ({
  offset: node?.position?.start.offset ?? 0,
  line: (node?.position?.start.line ?? 1) - 1,
})

/** Moves a node, and all that is in it, to where its piece stands in the whole text. */
export const shift = (node: Nodes, by: Place): void => {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += by.line
    point.offset = (point.offset ?? 0) + by.offset
  }
  if ('children' in node) for (const child of node.children) shift(child, by)
}

/** The beginning of the line that `at` is in. */
export const lineStart = (text: string, at: number): number =>
  at === 0 ? 0 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

/** The end of the line that `at` is in, behind its line break. */
export const lineEnd = (text: string, at: number): number => {
  const end = /\r\n|\r|\n/gu
  end.lastIndex = at
  return end.test(text) ? end.lastIndex : text.length
}

/** The place `length` characters further on. */
export const further = (text: string, from: Place, length: number): Place => ({
  offset: from.offset + length,
  line: from.line + (text.slice(from.offset, from.offset + length).match(/\r\n|\r|\n/gu)?.length ?? 0),
})

/** A part of a text as a block of code that holds it letter for letter. */
export const literal = (text: string, from: Place, to: Place): RootContent => ({
  type: 'code',
  lang: null,
  meta: null,
  value: text.slice(from.offset, to.offset).replaceAll('\0', '\ufffd').replace(/\r\n?/gu, '\n'),
  position: {
    start: { line: from.line + 1, column: 1, offset: from.offset },
    end: { line: to.line + 1, column: to.offset - lineStart(text, to.offset) + 1, offset: to.offset },
  },
})

const isSpace = (text: string, at: number): boolean => ' \t\r\n'.includes(text.charAt(at))

/** The end of what a part of a text holds, without the spaces, tabs and line breaks at its end. */
export const trimmedEnd = (text: string, from: number, to: number): number => {
  let end = to
  while (end > from && isSpace(text, end - 1)) end -= 1
  return end
}
