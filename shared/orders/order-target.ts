import type { Order } from '../records.ts'
import { blocksOf } from '../text/blocks.ts'
import { findPlace, placeIn, type Edit } from '../text/edits.ts'
import { plainText } from '../text/markdown.ts'
import { cutsWord, findQuote } from '../text/quotes.ts'
import { endsWhole, sentences } from '../text/sentences.ts'

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

/** The sentence of a text that holds a place in it, if one does; a heading, a table or a block of code counts as one. */
const sentenceAt = (text: string, at: number): Range | undefined =>
  sentences(text).find(({ from, to }) => from <= at && at < to)

const wholeWords = (text: string, { from, to }: Range): Range => {
  let [start, end] = [from, to]
  while (cutsWord(text, start)) start -= 1
  while (cutsWord(text, end)) end += 1
  return { from: start, to: end }
}

/**
 * What stays is gone on from where its last sentence ends. What is replaced is a part of one sentence, or whole ones:
 * ends of two that are left over make no third.
 */
const atSentences = (text: string, { from, to }: Range, after: boolean): Range => {
  const [first, last] = [sentenceAt(text, from), sentenceAt(text, to - 1)]
  if (after) return { from, to: Math.max(to, last?.to ?? to) }
  if (first?.from === last?.from) return wholeWords(text, { from, to })
  return { from: Math.min(from, first?.from ?? from), to: Math.max(to, last?.to ?? to) }
}

/** What stands of a sentence on either side of a part of it; null where a target is whole sentences, or no prose. */
export const restOfSentence = (
  text: string,
  { from, to, after }: Target,
): { readonly before: string; readonly after: string } | null => {
  const sentence = sentenceAt(text, from)
  const block = blocksOf(text).find((each) => each.from <= from && to <= each.to)
  if (after || !sentence || to > sentence.to || (block?.kind !== 'text' && block?.kind !== 'item'))
    return null
  const before = text.slice(sentence.from, from).replace(/^(?:[-+*]|\d{1,9}[.)])\s+/u, '')
  const rest = { before: before.trim(), after: text.slice(to, sentence.to).trim() }
  return /[\p{L}\p{N}]/u.test(rest.before + rest.after) ? rest : null
}

type About = Pick<Order, 'section' | 'places' | 'selection' | 'where'>

/** Whether an order is about the whole text of its section, and not about a part of it. */
export const isOfWhole = ({ section, places, selection, where }: About): boolean =>
  where === 'whole' || (where !== 'after' && !selection && places.every((place) => place.section !== section))

const rangeOf = (order: About, text: string): Range | null => {
  if (isOfWhole(order)) return { from: 0, to: text.length }
  if (order.selection) {
    const place = findPlace(text, order.selection)
    return place && balanced(text, atSentences(text, core(text, place), order.where === 'after'))
  }
  if (order.where === 'after') return blocksOf(text).at(-1) ?? null
  const own = order.places.filter(({ section }) => section === order.section)
  return around(
    text,
    own.map(({ quote }) => quote),
  )
}

/**
 * What of a section's text an order is about: a command's selection, to where sentences end unless it lies within one; else the paragraphs that its places quote; else
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
  const { to, after } = target
  const place = placeIn(text, target)
  const gap = gapAt(text, to)
  const isWithin = inOneLine(text, target) && !(after && gap === '\n\n')
  const lined = isWithin ? fresh.replace(/\s*\n\s*/gu, ' ') : fresh
  const goesOn = /[\p{L}\p{N}]/u.test(restOfSentence(text, target)?.after ?? '')
  // A part of a sentence that goes on does not end it, whatever a model adds.
  const plain = goesOn && !endsWhole(place.quote) ? lined.replace(/(?<![.。])[.。]$/u, '') : lined
  return { ...place, text: after ? place.quote + gap + plain : plain }
}
