import type { Order } from '../records.ts'
import { blocksOf } from '../text/blocks.ts'
import { findPlace, type Edit } from '../text/edits.ts'
import { plainText } from '../text/markdown.ts'
import { findQuote } from '../text/quotes.ts'

/** The part of a text that an order is about, in UTF-16 units; `after`: it stays, and what comes follows it. */
export type Target = { readonly from: number; readonly to: number; readonly after: boolean }

type Range = { readonly from: number; readonly to: number }

/** A range without the white space at its ends. */
const core = (text: string, { from, to }: Range): Range => {
  const part = text.slice(from, to)
  return { from: from + part.length - part.trimStart().length, to: to - part.length + part.trimEnd().length }
}

/** Where a quote stands in Markdown: its words, or the block that reads so once its markup is gone. */
const placeOfQuote = (text: string, quote: string): Range | null =>
  findQuote(text, quote) ??
  blocksOf(text).find(({ from, to }) => findQuote(plainText(text.slice(from, to)), quote) !== null) ??
  null

/** The paragraphs, list items or tables that hold what is quoted, and all between; null where nothing of it stands. */
const around = (text: string, quotes: readonly string[]): Range | null => {
  const found = quotes.flatMap((quote) => placeOfQuote(text, quote) ?? [])
  if (found.length === 0) return null
  const [first, last] = [Math.min(...found.map(({ from }) => from)), Math.max(...found.map(({ to }) => to))]
  const blocks = blocksOf(text).filter(({ from, to }) => to > first && from < last)
  return {
    from: Math.min(first, ...blocks.map(({ from }) => from)),
    to: Math.max(last, ...blocks.map(({ to }) => to)),
  }
}

const marks = /\*{1,3}|_{1,3}|~~|`/gu

/** Emphasis that opens within a range and closes just outside it, or the other way round, is taken in. */
const balanced = (text: string, { from, to }: Range): Range => {
  const counts = new Map<string, number>()
  for (const [mark] of text.slice(from, to).matchAll(marks)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const odd = [...counts].find(([, count]) => count % 2 === 1)?.[0]
  if (odd === undefined) return { from, to }
  if (text.startsWith(odd, from - odd.length) && from >= odd.length) return { from: from - odd.length, to }
  return text.startsWith(odd, to) ? { from, to: to + odd.length } : { from, to }
}

type About = Pick<Order, 'section' | 'places' | 'selection' | 'where'>

/** Whether an order is about the whole text of its section, and not about a part of it. */
export const isOfWhole = ({ section, places, selection, where }: About): boolean =>
  where === 'whole' || (where !== 'after' && !selection && places.every((place) => place.section !== section))

const rangeOf = (order: About, text: string): Range | null => {
  if (isOfWhole(order)) return { from: 0, to: text.length }
  if (order.selection) {
    const place = findPlace(text, order.selection)
    return place && balanced(text, core(text, place))
  }
  if (order.where === 'after') return blocksOf(text).at(-1) ?? null
  const own = order.places.filter(({ section }) => section === order.section)
  return around(
    text,
    own.map(({ quote }) => quote),
  )
}

/**
 * What of a section's text an order is about: a command's selection; else the paragraphs that its places quote; else
 * the whole. Null where the words are gone, or there are none.
 */
export const orderTarget = (order: About, text: string): Target | null => {
  const range = rangeOf(order, text)
  const found = range && core(text, range)
  return found && found.to > found.from ? { ...found, after: order.where === 'after' } : null
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，！？；：、…”’」』）]/u

/** What stands between a text and what follows it: the end of a paragraph, a space, nothing in scripts without spaces. */
const gapAt = (text: string, at: number): string => {
  if (/^[ \t]*(?:\r?\n|$)/u.test(text.slice(at))) return '\n\n'
  return unspaced.test(text.slice(0, at).at(-1) ?? '') ? '' : ' '
}

/** Whether a part of a text lies within one list item, heading or row of a table, where a line break would end it. */
const inOneLine = (text: string, { from, to }: Range): boolean =>
  blocksOf(text).some(
    (block) => block.from <= from && to <= block.to && block.kind !== 'text' && block.kind !== 'code',
  ) && !text.slice(from, to).includes('\n')

/** The edit that puts a fresh text in the place of a target, or behind it. */
export const targetEdit = (text: string, target: Target, fresh: string): Edit => {
  const { from, to, after } = target
  const [quote, gap] = [text.slice(from, to), gapAt(text, to)]
  const isWithin = inOneLine(text, target) && !(after && gap === '\n\n')
  const plain = isWithin ? fresh.replace(/\s*\n\s*/gu, ' ') : fresh
  return { from, to, quote, text: after ? quote + gap + plain : plain }
}
