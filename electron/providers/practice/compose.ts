import { countWords } from '../../../shared/text/words.ts'
import { withinQuotes } from './language.ts'
import { figures } from './figures.ts'
import { arranged, type Piece } from './layout.ts'
import { brokenDuties, type Order } from './order.ts'
import { penFor, type Pen } from './pen.ts'
import type { Random } from './random.ts'
import { cropped, literal } from './says.ts'

/** The sentences a section must have whatever else it holds, from the most generous set to the barest. */
type Frame = {
  readonly honest: string | undefined
  readonly first: readonly string[]
  readonly among: readonly string[]
  readonly blocks: readonly Piece[]
}

const taken = (pen: Pen, sentence: string | undefined): readonly string[] =>
  sentence === undefined ? [] : [pen.take(sentence)]

/** The beginning of somebody's words as they are set between quotation marks. */
export const quotable = (pen: Pen, text: string, words: number): string =>
  literal(withinQuotes(cropped(text, words), pen.language))

/** Neighbours that say the same say it in different frames. */
export const turnOf = ({ number }: Order, index: number): number => number * 3 + index

/** A sentence of its own for a phrase that must be said: in a frame, or by itself where there is no turn for one. */
export const saying = (pen: Pen, phrase: string, turn: number | null): string => {
  const framed = turn === null ? undefined : pen.find('say', { phrase: literal(phrase) }, turn)
  return pen.take(framed ?? `“${literal(phrase)}${/[.!?。！？]$/u.test(phrase) ? '' : '.'}”`)
}

const about = (pen: Pen, { title, owns, target }: Order): readonly string[] => {
  const subjects = [...new Set([...owns, title])].filter(Boolean)
  const wanted = Math.min(4, Math.max(1, Math.floor(target / 180)), subjects.length)
  return subjects
    .slice(-wanted)
    .flatMap((each) => taken(pen, pen.find('topic', { title: quotable(pen, each, 8) })))
}

const rules = (pen: Pen, { keep }: Order, words: number): readonly string[] =>
  keep.flatMap((rule) => taken(pen, pen.find('keep', { phrase: quotable(pen, rule, words) })))

const generous = (pen: Pen, order: Order): Frame => {
  const { number, say, title } = order
  const entry = order.entry && pen.find('entry', { phrase: quotable(pen, order.entry, 25) })
  const given = { title: quotable(pen, title, 12) }
  return {
    honest: title ? pen.find('honest', given, number) : pen.find('honestShort', {}, number),
    first: entry ? [pen.take(entry)] : [],
    among: [
      ...about(pen, order),
      ...rules(pen, order, 20),
      ...say.map((phrase, i) => saying(pen, phrase, turnOf(order, i))),
    ],
    blocks: figures(pen, order),
  }
}

const modest = (pen: Pen, order: Order): Frame => ({
  honest: pen.find('honestShort', {}, order.number),
  first: order.title ? taken(pen, pen.find('topic', { title: quotable(pen, order.title, 6) })) : [],
  among: [...rules(pen, order, 8), ...order.say.map((phrase, i) => saying(pen, phrase, turnOf(order, i)))],
  blocks: [],
})

const terse = (pen: Pen, { say, number }: Order): Frame => ({
  honest: pen.find('honestShort', {}, number),
  first: [],
  among: say.map((phrase) => saying(pen, phrase, null)),
  blocks: [],
})

const barest = (pen: Pen, order: Order): Frame => ({ ...terse(pen, order), honest: undefined })

const frames = [
  { frame: generous, most: 0.75 },
  { frame: modest, most: 0.9 },
  { frame: terse, most: 1 },
  { frame: barest, most: Infinity },
] as const

const wordsOf = ({ honest = '', first, among, blocks }: Frame): number =>
  countWords([honest, ...first, ...among, ...blocks.map(({ text }) => text)].join(' '))

const once = (order: Order, random: Random): string => {
  const { language, register, never, target } = order
  for (const { frame, most } of frames) {
    const pen = penFor(language, random, never)
    const framed = frame(pen, order)
    const words = wordsOf(framed)
    if (words > target * most) continue
    const { honest, first, among, blocks } = framed
    const body = [...first, ...pen.fill(register, target - words)]
    const opens = random.chance(0.5)
    const sentences = honest === undefined ? body : opens ? [honest, ...body] : [...body, honest]
    return arranged(language, random, sentences, among, blocks)
  }
  return ''
}

const attempts = 6

/** How far a text is from its order: broken duties first, then words off the target. */
const distance = (text: string, order: Order): number =>
  brokenDuties(text, order) * 1e6 + Math.abs(countWords(text) - order.target)

/** A section as ordered, in placeholder prose that says so. Keeps every duty that can be kept. */
export const compose = (order: Order, random: Random): string => {
  let best = ''
  let least = Infinity
  for (let i = 0; i < attempts && least > 0; i += 1) {
    const text = once(order, random)
    const now = distance(text, order)
    if (now < least) [best, least] = [text, now]
  }
  return best
}
