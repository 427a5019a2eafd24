import { isCitation, isLabel } from '../../shared/text/markdown-notes.ts'
import { trimmedEnd } from '../../shared/text/places.ts'
import { isCode, textAttribute, type MarkJson, type NodeJson } from './node-json.ts'

/** Where a line stands: a paragraph's may hold line breaks and begin with spaces, a table cell's must not hold bars. */
export type LineKind = 'paragraph' | 'heading' | 'cell'

type Line = readonly NodeJson[]

/** Text without what is none: control characters, halves of characters, code points that stand for nothing. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\v\f\u0085]/gu, ' ')
    .replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')

const clean = (text: string): string => cleanText(text).replace(/\r\n|\r|\n/gu, ' ')

const order: readonly MarkJson['type'][] = ['link', 'bold', 'italic', 'strike', 'code']

const isAddress = (name: string): boolean => name === 'src' || name === 'href'

/** Attributes with every text in them on one line, and addresses without what cannot stand in one. */
const cleanAttributes = (attrs: NodeJson['attrs'] = {}): NonNullable<NodeJson['attrs']> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (name === 'title') return [name, clean(value) || null]
      return [name, isAddress(name) ? clean(value).replace(/[<>]/gu, encodeURIComponent) : clean(value)]
    }),
  )

const cleanMarks = (piece: NodeJson, code: boolean): readonly MarkJson[] =>
  (piece.marks ?? [])
    .filter(({ type }) => code || type !== 'code')
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
    .map((mark) => (mark.attrs ? { ...mark, attrs: cleanAttributes(mark.attrs) } : mark))

/** A note whose name cannot be written is the text it looks like; so is code that no table cell can hold. */
const cleanPiece = (piece: NodeJson, kind: LineKind): NodeJson => {
  const marks = cleanMarks(piece, false)
  switch (piece.type) {
    case 'text': {
      const text = clean(piece.text ?? '')
      return { type: 'text', text, marks: cleanMarks(piece, kind !== 'cell' || !text.includes('\\|')) }
    }
    case 'hardBreak':
      return kind === 'paragraph' ? { type: 'hardBreak', marks } : { type: 'text', text: ' ', marks }
    case 'citation': {
      const value = textAttribute(piece, 'value')
      return isCitation(value) ? { ...piece, marks } : { type: 'text', text: clean(`[${value}]`), marks }
    }
    case 'footnoteReference': {
      const label = textAttribute(piece, 'label')
      return isLabel(label) ? { ...piece, marks } : { type: 'text', text: clean(`[^${label}]`), marks }
    }
    default:
      return { ...piece, attrs: cleanAttributes(piece.attrs), marks }
  }
}

const isBlank = (piece: NodeJson): boolean =>
  piece.type === 'hardBreak' || (piece.type === 'text' && !isCode(piece) && (piece.text ?? '').trim() === '')

const without = (piece: NodeJson, type: MarkJson['type']): NodeJson => ({
  ...piece,
  marks: (piece.marks ?? []).filter((mark) => mark.type !== type),
})

const withText = (piece: NodeJson, text: string): Line => (text === '' ? [] : [{ ...piece, text }])

/** Takes a mark from the white space at either end of the run that has it: `**word **` would not be bold. */
const expelled = (run: Line, type: MarkJson['type']): Line => {
  const from = run.findIndex((piece) => !isBlank(piece))
  const to = run.findLastIndex((piece) => !isBlank(piece))
  return run.flatMap((piece, i) => {
    if (from < 0 || i < from || i > to) return [without(piece, type)]
    const { text } = piece
    if (text === undefined || isCode(piece)) return [piece]
    const start = i === from ? text.length - text.trimStart().length : 0
    const end = i === to ? text.trimEnd().length : text.length
    return [
      ...withText(without(piece, type), text.slice(0, start)),
      ...withText(piece, text.slice(start, end)),
      ...withText(without(piece, type), text.slice(end)),
    ]
  })
}

/** The pieces of a line in runs: as long as `key` says the same of them. */
const runs = (line: Line, key: (piece: NodeJson) => string): readonly Line[] => {
  const found: NodeJson[][] = []
  let last: string | undefined
  for (const piece of line) {
    const next = key(piece)
    if (next === last) found.at(-1)?.push(piece)
    else found.push([piece])
    last = next
  }
  return found
}

const withoutOuterSpace = (line: Line, type: MarkJson['type']): Line => {
  const markOf = (piece: NodeJson | undefined): string =>
    JSON.stringify(piece?.marks?.find((mark) => mark.type === type) ?? null)
  return runs(line, markOf).flatMap((run) => (markOf(run[0]) === 'null' ? run : expelled(run, type)))
}

const trimmed = (line: Line, side: 'start' | 'end'): Line => {
  const edge = side === 'end' ? line.at(-1) : line[0]
  if (edge?.type !== 'text' || isCode(edge)) return line
  const rest = side === 'end' ? line.slice(0, -1) : line.slice(1)
  const whole = edge.text ?? ''
  const text =
    side === 'end' ? whole.slice(0, trimmedEnd(whole, 0, whole.length)) : whole.replace(/^[ \t]+/u, '')
  if (text === '') return trimmed(rest, side)
  return side === 'end' ? [...rest, { ...edge, text }] : [{ ...edge, text }, ...rest]
}

/** Spaces before a line break are not written, nor is a break that nothing follows. */
const trimmedLines = (line: Line): Line => {
  const lines = runs(line, ({ type }) => String(type === 'hardBreak'))
    .flatMap((run) => (run[0]?.type === 'hardBreak' ? run : trimmed(run, 'end')))
    .filter((piece) => piece.text !== '')
  return lines.slice(0, lines.findLastIndex(({ type }) => type !== 'hardBreak') + 1)
}

const joined = (line: Line): Line =>
  runs(line, (piece) => JSON.stringify([piece.type, piece.marks])).flatMap((run) =>
    run[0]?.type === 'text' ? withText(run[0], run.map(({ text }) => text).join('')) : run,
  )

/**
 * The line that Markdown can hold of a line in the editor: the same words, marks and notes, without marks on the space
 * around words and without space where none can be seen.
 */
export const settleLine = (line: Line, kind: LineKind): Line => {
  const cleaned = joined(line.map((piece) => cleanPiece(piece, kind)))
  const [link, bold, italic, strike] = ['link', 'bold', 'italic', 'strike'] as const
  const marked = [link, bold, italic, strike].reduce<Line>(withoutOuterSpace, cleaned)
  return joined(kind === 'paragraph' ? trimmedLines(marked) : trimmed(trimmed(marked, 'start'), 'end'))
}
