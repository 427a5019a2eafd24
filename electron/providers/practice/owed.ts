import { checkedText, type CheckedText } from '../../../shared/constraints/checked-text.ts'
import { check, type Demand } from '../../../shared/constraints/demand.ts'
import type { Edge } from '../../../shared/constraints/forms.ts'
import { findShape, type Shape } from '../../../shared/constraints/patterns.ts'
import { phrasePlaces } from '../../../shared/text/quotes.ts'
import { list, listItems, table } from './figures.ts'
import { inQuotes, withinQuotes } from './language.ts'
import type { Order } from './order.ts'
import { polished, type Pen } from './pen.ts'
import { literal } from './says.ts'

/** What a text must have beside its sentences: pieces for its beginning, its middle and its end. */
export type Owed = {
  readonly opens: readonly string[]
  readonly among: readonly string[]
  readonly blocks: readonly string[]
  readonly closes: readonly string[]
}

const nothing: Owed = { opens: [], among: [], blocks: [], closes: [] }

const stop = /[.。]$/u

const plainSentence = (pen: Pen, { register }: Order): string => {
  const found = pen.find(register) ?? pen.find('bare') ?? pen.find('tiny')
  return found === undefined ? '' : pen.take(found)
}

const ending = (sentence: string, mark: '?' | '!'): string => {
  const wide = sentence.endsWith('。')
  const own = wide ? (mark === '?' ? '？' : '！') : mark
  return sentence.replace(stop, '') + own
}

const stopped = (phrase: string, pen: Pen): string =>
  /[.!?…。！？]["'”’»」]?$/u.test(phrase) ? phrase : `${phrase}${pen.language.stop}`

const spoken = (pen: Pen, order: Order): string => inQuotes(plainSentence(pen, order), pen.language)

const shapeSentence = (pen: Pen, order: Order, shape: Shape, turn: number): string => {
  const said = (phrase: string): string => pen.find('say', { phrase }, order.number + turn) ?? ''
  switch (shape) {
    case 'question':
      return ending(plainSentence(pen, order), '?')
    case 'number':
      return said(String(order.number * 10 + turn))
    case 'quotation':
      return said(withinQuotes(plainSentence(pen, order), pen.language).replace(stop, ''))
    case 'dialogue':
      return spoken(pen, order)
    case 'link':
      return pen.find('topic', { title: `[Longhand ${turn}](https://example.org/${turn})` }) ?? ''
    default:
      return ''
  }
}

const shapeBlock = (pen: Pen, order: Order, shape: Shape): string => {
  if (shape === 'list') return list(pen, order) ?? ''
  if (shape === 'table') return table(pen) ?? ''
  const heading = shape === 'heading' ? pen.find('heading') : undefined
  return heading === undefined ? '' : `### ${heading}`
}

/** Pieces of one kind that a section has room for, whatever is asked. */
const most = 200

const several = (count: number, make: (turn: number) => string): readonly string[] =>
  Array.from({ length: Math.min(most, Math.max(0, count)) }, (_, i) => make(i + 1)).filter(
    (each) => each !== '',
  )

/** Times one sentence may say a phrase that is to be said often. */
const together = 3

/** Sentences that say a phrase so often, some of them several times. */
const repeated = (pen: Pen, order: Order, phrase: string, count: number): readonly string[] => {
  const quoted = inQuotes(literal(phrase), pen.language)
  const left = Math.min(most, Math.max(0, count))
  const times = Array.from({ length: Math.ceil(left / together) }, (_, i) =>
    Math.min(together, left - i * together),
  )
  return times.map((each, i) => {
    const frame = pen.find('say', { phrase: '\0' }, order.number * 3 + i) ?? `“\0”${pen.language.stop}`
    const marks = inQuotes('\0', pen.language)
    return frame
      .replace(marks, () => Array.from({ length: each }, () => quoted).join(', '))
      .replace('\0', () => phrase)
  })
}

/** Sentences that cite: what was given to cite, each once, or where nothing was said of that, names made up. */
const cited = (pen: Pen, order: Order, count: number): readonly string[] => {
  const { sources, number } = order
  return several(Math.min(count, sources?.length ?? most), (turn) => {
    const key = sources ? sources[turn - 1] : `source-${number}-${turn}`
    return plainSentence(pen, order).replace(/(?<stop>[.!?。！？]?)$/u, ` [@${key}]$<stop>`)
  })
}

/** What is given to be cited is cited at least once, in a text that has no citation yet and owes none. */
const grounded = (pen: Pen, order: Order, there: string): Owed => {
  const isFree = !order.others.some(({ kind }) => kind === 'cites')
  const isBare = (order.sources?.length ?? 0) > 0 && isFree && !there.includes('[@')
  return { ...nothing, among: isBare ? cited(pen, order, 1) : [] }
}

/** A day of the year for each section; its stop is escaped, or `3. Mai` would begin a list. */
const dayOf = ({ number, language: { code } }: Order): string =>
  new Intl.DateTimeFormat(code === 'en' ? 'en-GB' : code, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
    .format(Date.UTC(2001, 0, Math.max(1, number)))
    .replace(/(?<=^\d+)\./u, '\\.')

const edge = (pen: Pen, order: Order, { text, form }: Edge, opening: boolean): string => {
  const words = text === undefined ? undefined : literal(text)
  switch (form) {
    case 'question':
    case 'exclamation':
      return ending(words ?? plainSentence(pen, order), form === 'question' ? '?' : '!')
    case 'dialogue':
      return words === undefined ? spoken(pen, order) : inQuotes(stopped(words, pen), pen.language)
    case 'date': {
      const day = dayOf(order)
      if (words === undefined) return stopped(day, pen)
      return stopped(opening ? `${words}, ${day}` : `${day}: ${words}`, pen)
    }
    case 'list': {
      const items = listItems(pen, order)
      const own = words === undefined ? items : opening ? [words, ...items] : [...items, words]
      return own.map((item) => `- ${item}`).join('\n')
    }
    case undefined:
      return words === undefined ? '' : stopped(polished(words), pen)
  }
}

const owedFor = (pen: Pen, order: Order, demand: Demand, there: CheckedText): Owed => {
  switch (demand.kind) {
    case 'repeats': {
      const { text, min = 0 } = demand.params
      const count = [...phrasePlaces(there.plain(), text)].length
      return { ...nothing, among: repeated(pen, order, text, min - count) }
    }
    case 'pattern': {
      const { has, min = 1 } = demand.params
      const lack = demand.params.not ? 0 : min - findShape(there, has).count
      return {
        ...nothing,
        among: several(lack, (turn) => shapeSentence(pen, order, has, turn)),
        blocks: several(lack, () => shapeBlock(pen, order, has)),
      }
    }
    case 'cites':
      return { ...nothing, among: cited(pen, order, demand.params.min) }
    case 'opening':
      return { ...nothing, opens: several(1, () => edge(pen, order, demand.params, true)) }
    case 'closing':
      return { ...nothing, closes: several(1, () => edge(pen, order, demand.params, false)) }
    default:
      return nothing
  }
}

/** What an order still owes to a text that stands, '' for none, beyond words to say and a length. */
export const owedPieces = (pen: Pen, order: Order, standing: string): Owed => {
  const there = checkedText(standing)
  const owed = order.others
    .filter((demand) => check(demand, there)?.verdict !== 'kept')
    .map((demand) => owedFor(pen, order, demand, there))
  return [...owed, grounded(pen, order, standing)].reduce(
    (all, next) => ({
      opens: [...all.opens, ...next.opens],
      among: [...all.among, ...next.among],
      blocks: [...all.blocks, ...next.blocks],
      closes: [...next.closes, ...all.closes],
    }),
    nothing,
  )
}
