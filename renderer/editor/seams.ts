import type { Node as ProseNode } from '@tiptap/pm/model'
import { openedFence } from '../../shared/text/fences.ts'
import type { ListMarks } from '../../shared/text/markdown.ts'
import { openText, type OpenedText } from './open-text.ts'

/** A block as it is written. `source`: its number among the opened blocks while it is written as it was read. */
export type Piece = { readonly node: ProseNode; readonly text: string; readonly source: number | null }

/** The letters an opened block came from. */
export const sourceText = ({ text, blocks }: OpenedText, source: number): string =>
  text.slice(blocks[source]?.from, blocks[source]?.to)

/** What stands between an opened block and the next; behind the last one, the rest of the text. */
export const gapAfter = ({ text, blocks }: OpenedText, source: number): string =>
  text.slice(blocks[source]?.to, blocks[source + 1]?.from)

/** The line break a text uses. */
export const lineBreakOf = (text: string): string => /\r\n|\r|\n/u.exec(text)?.[0] ?? '\n'

const hasBlankLine = (gap: string): boolean => /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/u.test(gap)

/** What to write between two blocks that did not follow each other: what stood beside either, if it sets them apart. */
export const newGap = (opened: OpenedText, before: Piece, source: number | null): string => {
  const gaps = [
    before.source === null || before.source === opened.blocks.length - 1
      ? ''
      : gapAfter(opened, before.source),
    source === null || source === 0 ? '' : gapAfter(opened, source - 1),
  ].map((gap) => gap.replace(/^[ \t]+/u, ''))
  const isLine = ['heading', 'horizontalRule'].includes(before.node.type.name)
  const found = gaps.find(hasBlankLine) ?? (isLine ? gaps.find((gap) => gap !== '') : undefined)
  return found ?? lineBreakOf(opened.text).repeat(2)
}

const isList = ({ type: { name } }: ProseNode): boolean => name === 'bulletList' || name === 'orderedList'

const listMark = (text: string): string => /^[ \t]*(?:\d+([.)])|([-+*]))/u.exec(text)?.slice(1).join('') ?? ''

/** Marks for a list that no list beside it has. */
export const marksFor = (node: ProseNode, beside: readonly Piece[]): ListMarks => {
  const taken = beside.filter((piece) => piece.node.type === node.type).map(({ text }) => listMark(text))
  if (!isList(node) || taken.length === 0) return {}
  if (node.type.name === 'orderedList') return taken[0] === '.' ? { ordered: ')' } : {}
  const bullet = (['-', '+', '*'] as const).find((mark) => !taken.includes(mark))
  return bullet && bullet !== '-' ? { bullet } : {}
}

const endsInCode = (node: ProseNode | null): boolean =>
  node !== null && (node.type.name === 'codeBlock' || endsInCode(node.lastChild))

const readsAs = (node: ProseNode, text: string): boolean => {
  const [first] = openText(text, node.type.schema).blocks
  return first?.node.eq(node) ?? false
}

/** Whether a block means the same before `rest`; fenced code that nothing closes would go on. */
const endsBefore = (node: ProseNode, text: string, rest: string): boolean =>
  !endsInCode(node) ||
  ((!/`{3}|~{3}/u.test(text) || /(?:^|[\r\n])[ \t>]*(?:`{3,}|~{3,})[ \t]*$/u.test(text)) &&
    readsAs(node, text + rest))

/** Whether a block's letters would become a part of the block that it now follows. */
const wouldJoin = (before: Piece, node: ProseNode, text: string): boolean => {
  const holds = isList(before.node) || ['footnoteDefinition', 'codeBlock'].includes(before.node.type.name)
  if (holds && /^[ \t]/u.test(text)) return true
  return isList(node) && node.type === before.node.type && listMark(text) === listMark(before.text)
}

const isProse = (text: string): boolean => /^(?:[\p{L}"'“‘«「『(]|#{1,6} \S)/u.test(text)

/** Whether letters mean by themselves what they meant in their place; prose always does. */
const readsAlone = (node: ProseNode, text: string): boolean => isProse(text) || readsAs(node, text)

/** Whether a block now follows indented code, behind which the parser reads a few markers as text. */
export const needsFence = (before: Piece | undefined, { node, source }: Piece): boolean =>
  before?.node.type.name === 'codeBlock' &&
  before.source !== null &&
  before.source + 1 !== source &&
  openedFence(before.text.split(/[\r\n]/u, 1)[0] ?? '') === '' &&
  (isList(node) || ['blockquote', 'footnoteDefinition'].includes(node.type.name))

/** Whether an opened block can be written as it was read, now that other blocks stand before and after it. */
export const staysAsRead = (
  opened: OpenedText,
  node: ProseNode,
  source: number,
  before: Piece | undefined,
  after: number | null | undefined,
): boolean => {
  const text = sourceText(opened, source)
  const last = opened.blocks.length - 1
  const rest = after === undefined ? gapAfter(opened, last) : '\n\nx'
  const isFollowed = source === last ? after === undefined : after === source + 1
  if (!isFollowed && !endsBefore(node, text, rest)) return false
  if (before ? before.source === source - 1 : source === 0) return true
  const startsText = !before && text.startsWith('\ufeff')
  return !startsText && readsAlone(node, text) && !(before && wouldJoin(before, node, text))
}
