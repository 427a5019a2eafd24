import type { Node } from '@tiptap/pm/model'

/** What can be read of a document, and the position in it of every UTF-16 unit. */
export type ShownText = { readonly text: string; readonly positions: readonly number[] }

type Piece = { readonly text: string; readonly at: number; readonly grows: boolean }

const leafText = (node: Node): string => {
  if (node.type.name === 'hardBreak') return '\n'
  if (node.type.name === 'citation') return `[${String(node.attrs['value'])}]`
  return node.type.name === 'image' ? String(node.attrs['alt']) : ''
}

const piecesOf = (line: Node, start: number): readonly Piece[] => {
  const pieces: Piece[] = []
  line.forEach((child, offset) => {
    const text = child.text ?? leafText(child)
    pieces.push({ text, at: start + offset, grows: child.isText })
  })
  return pieces
}

/** The text blocks of a document, a row of a table as one. */
const linesOf = (doc: Node): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'tableRow') {
      const row: Piece[] = []
      node.forEach((cell, offset, index) => {
        const start = pos + 1 + offset + 1
        if (index > 0) row.push({ text: '\t', at: start, grows: false })
        row.push(...piecesOf(cell, start))
      })
      lines.push(row)
      return false
    }
    if (!node.isTextblock) return true
    lines.push([...piecesOf(node, pos + 1)])
    return false
  })
  return lines
}

/**
 * The text of an editor's document as `plainText` gives it of its Markdown, each letter with its position: what was
 * found in the one can be shown in the other. (A row of a table that lacks cells has the tabs of those it lacks.)
 */
export const shownText = (doc: Node): ShownText => {
  let text = ''
  const positions: number[] = []
  for (const line of linesOf(doc)) {
    if (line.every((piece) => piece.text.trim() === '')) continue
    if (text !== '') {
      text += '\n\n'
      const here = line[0]?.at ?? 0
      positions.push(here, here)
    }
    for (const { text: letters, at, grows } of line) {
      text += letters
      for (let i = 0; i < letters.length; i += 1) positions.push(grows ? at + i : at)
    }
  }
  return { text, positions }
}

/** The positions in a document between which a part of its shown text stands; null where there is no such part. */
export const positionsOf = (
  { positions }: ShownText,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null => {
  const [start, last] = [positions[from], positions[to - 1]]
  return start === undefined || last === undefined || to <= from ? null : { from: start, to: last + 1 }
}
