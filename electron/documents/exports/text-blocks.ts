import type { List, Nodes, RootContent, Table } from 'mdast'
import { flowing } from './flowing.ts'

type Numbers = ReadonlyMap<string, number>

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u

/** Columns of a monospaced screen that a text takes; East Asian characters and emoji take two. */
const width = (text: string): number => {
  let columns = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/** A line with a rule below it, as long as the line but at most 72 characters. */
export const underlined = (line: string, rule: string): string =>
  `${line}\n${rule.repeat(Math.max(3, Math.min(72, width(line))))}`

const inline = (nodes: readonly Nodes[], numbers: Numbers): string =>
  nodes.map((node) => phrase(node, numbers)).join('')

const phrase = (node: Nodes, numbers: Numbers): string => {
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${String(numbers.get(node.identifier) ?? node.identifier)}]`
  if (node.type === 'link') {
    const label = inline(node.children, numbers)
    return label === node.url || `mailto:${label}` === node.url ? label : `${label} <${node.url}>`
  }
  if (node.type === 'citation') return `[${node.value}]`
  if ('children' in node) return inline(node.children, numbers)
  return 'value' in node ? flowing(node.value) : ''
}

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)

const list = (node: List, numbers: Numbers): string => {
  const items = node.children.map((item, at) => {
    const marker = node.ordered ? `${String((node.start ?? 1) + at)}. ` : '- '
    const body = textBlocks(item.children, numbers).join(item.spread ? '\n\n' : '\n')
    return marker + indented(body, ' '.repeat(marker.length)).trimStart()
  })
  return items.join(node.spread ? '\n\n' : '\n')
}

/** Cells padded to their column, but no column padded beyond 40 characters; a rule below the first row. */
const table = (node: Table, numbers: Numbers): string => {
  const rows = node.children.map((row) =>
    row.children.map((cell) => inline(cell.children, numbers).replaceAll('\n', ' ')),
  )
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 3, Math.min(40, width(cell)))))
  const padded = rows.map((row) =>
    widths
      .map((columns, at) => (row[at] ?? '') + ' '.repeat(Math.max(0, columns - width(row[at] ?? ''))))
      .join('   ')
      .trimEnd(),
  )
  const rule = widths.map((columns) => '-'.repeat(columns)).join('   ')
  return [...padded.slice(0, 1), rule, ...padded.slice(1)].join('\n')
}

const block = (node: RootContent, numbers: Numbers): string => {
  switch (node.type) {
    case 'heading': {
      const line = inline(node.children, numbers).replace(/\s+/g, ' ')
      return node.depth === 2 ? `\n${underlined(line, '-')}` : node.depth === 3 ? `\n${line}` : line
    }
    case 'thematicBreak':
      return '* * *'
    case 'code':
      return indented(node.value, '    ')
    case 'blockquote':
      return indented(textBlocks(node.children, numbers).join('\n\n'), '    ')
    case 'list':
      return list(node, numbers)
    case 'table':
      return table(node, numbers)
    case 'footnoteDefinition':
      return ''
    default:
      return phrase(node, numbers)
  }
}

/** Each block as lines of plain text, empty ones left out; note numbers stand in brackets. */
export const textBlocks = (nodes: readonly RootContent[], numbers: Numbers): readonly string[] =>
  nodes.map((node) => block(node, numbers)).filter((lines) => lines.trim() !== '')
