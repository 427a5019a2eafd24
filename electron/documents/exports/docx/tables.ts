import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Table as MarkdownTable, TableCell as MarkdownCell, TableRow as MarkdownRow } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { paragraph } from './paragraph.ts'
import { indentOf, insideCell, styleAt, type Place } from './place.ts'
import type { Press } from './press.ts'
import { runs } from './runs.ts'

/** Word calls a file damaged whose table has more columns. */
const maxColumns = 63

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'BFBBB0' } as const
const rule = { style: BorderStyle.SINGLE, size: 8, color: '1F1E1B' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const

/** A row as lines of text, for the places where Word allows no table. */
const asLine = (row: MarkdownRow, place: Place, press: Press): Paragraph => {
  const cells = row.children.flatMap((cell, at) => [
    ...(at ? [{ type: 'text', value: ' | ' } as const] : []),
    ...cell.children,
  ])
  return paragraph({ style: styleAt(place) }, runs(cells, {}, press), toString(row), press)
}

/** Widths in proportion to the longest cell of a column, counted as 4 to 40 characters. */
const columnWidths = (rows: readonly MarkdownRow[], columns: number, width: number): readonly number[] => {
  const lengths = Array.from({ length: columns }, (_, at) =>
    Math.max(4, ...rows.map(({ children }) => Math.min(40, toString(children[at] ?? '').length))),
  )
  const all = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map((length) => Math.round((length / all) * width))
}

/** A row with as many cells as the table has columns; cells beyond Word's limit join the last. */
const fitted = ({ children }: MarkdownRow, columns: number): readonly MarkdownCell['children'][] =>
  Array.from({ length: columns }, (_, at) => {
    const cells = at === maxColumns - 1 ? children.slice(at) : children.slice(at, at + 1)
    return cells.flatMap((cell, next) => [
      ...(next ? [{ type: 'text', value: ' | ' } as const] : []),
      ...cell.children,
    ])
  })

/** A table across the text, its first row repeated at the top of every page; a narrow empty line keeps it apart. */
export const tableOf = (table: MarkdownTable, place: Place, press: Press): readonly (Paragraph | Table)[] => {
  if (place.in !== 'text') return table.children.map((row) => asLine(row, place, press))
  const columns = Math.min(maxColumns, Math.max(1, ...table.children.map(({ children }) => children.length)))
  const indent = indentOf(place)
  const widths = columnWidths(table.children, columns, press.textWidth - indent)
  const rows = table.children.map((row, index) => {
    const cells = fitted(row, columns).map((children, at) => {
      const align = table.align?.[at]
      const style = { style: styleAt(insideCell), ...(align ? { alignment: alignments[align] } : {}) }
      const letters = children.map((node) => toString(node)).join('')
      const content = paragraph(
        style,
        runs(children, index === 0 ? { bold: true } : {}, press),
        letters,
        press,
      )
      return new TableCell({
        children: [content],
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        ...(index === 0 ? { borders: { bottom: rule } } : {}),
      })
    })
    return new TableRow({ children: cells, cantSplit: true, ...(index === 0 ? { tableHeader: true } : {}) })
  })
  return [
    new Table({
      rows,
      columnWidths: widths,
      width: { size: press.textWidth - indent, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      ...(indent > 0 ? { indent: { size: indent, type: WidthType.DXA } } : {}),
      borders: {
        top: rule,
        bottom: rule,
        left: none,
        right: none,
        insideHorizontal: hairline,
        insideVertical: none,
      },
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(press.composition.direction === 'rtl' ? { visuallyRightToLeft: true } : {}),
    }),
    new Paragraph({ style: 'AfterTable' }),
  ]
}
