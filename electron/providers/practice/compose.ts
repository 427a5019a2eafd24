import { countWords } from '../../../shared/text/words.ts'
import { withinQuotes } from './language.ts'
import { figures } from './figures.ts'
import { arranged, type Piece } from './layout.ts'
import { brokenDuties, type Order } from './order.ts'
import { owedPieces } from './owed.ts'
import { penFor, type Pen } from './pen.ts'
import type { Random } from './random.ts'
import { refusalsOf } from './refusals.ts'
import { cropped, literal } from './says.ts'

/** The sentences a section must have whatever else it holds, from the most generous set to the barest. */
type Frame = {
  readonly honest: string | undefined
  readonly first: readonly string[]
  readonly among: readonly string[]
  readonly blocks: readonly Piece[]
  readonly opens: readonly string[]
  readonly closes: readonly string[]
}

const taken = (pen: Pen, sentence: string | undefined): readonly string[] =>
  sentence === undefined ? [] : [pen.take(sentence)]

/** The beginning of somebody's words as they are set between quotation marks. */
export const quotable = (pen: Pen, text: string, words: number): string =>
  literal(withinQuotes(cropped(text, words), pen.language))

/** Words of a rule that a text with little room quotes; with more room it begins with the same. */
export const ruleWords = 8

/** Neighbours that say the same say it in different frames. */
export const turnOf = ({ number }: Order, index: number): number => number * 3 + index

/** A sentence of its own for a phrase that must be said: in a frame, or by itself where there is no turn for one. */
export const saying = (pen: Pen, phrase: string, turn: number | null): string => {
  const framed = turn === null ? undefined : pen.find('say', { phrase: literal(phrase) }, turn)
  const bare = `${literal(phrase)}${/[.!?。！？]$/u.test(phrase) ? '' : '.'}`
  return pen.take(framed ?? (pen.refuses('“”') ? bare : `“${bare}”`))
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

type Framing = Omit<Frame, 'opens' | 'closes'>

const generous = (pen: Pen, order: Order): Framing => {
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

const modest = (pen: Pen, order: Order): Framing => ({
  honest: pen.find('honestShort', {}, order.number),
  first: order.title ? taken(pen, pen.find('topic', { title: quotable(pen, order.title, 6) })) : [],
  among: [
    ...rules(pen, order, ruleWords),
    ...order.say.map((phrase, i) => saying(pen, phrase, turnOf(order, i))),
  ],
  blocks: [],
})

const terse = (pen: Pen, { say, number }: Order): Framing => ({
  honest: pen.find('honestShort', {}, number),
  first: [],
  among: say.map((phrase) => saying(pen, phrase, null)),
  blocks: [],
})

const barest = (pen: Pen, order: Order): Framing => ({ ...terse(pen, order), honest: undefined })

const frames = [
  { frame: generous, most: 0.75 },
  { frame: modest, most: 0.9 },
  { frame: terse, most: 1 },
  { frame: barest, most: Infinity },
] as const

/** A frame with whatever else is owed. */
const filled = (framing: Framing, pen: Pen, order: Order): Frame => {
  const { opens, among, blocks, closes } = owedPieces(pen, order, '')
  return {
    ...framing,
    opens,
    closes,
    among: [...framing.among, ...among],
    blocks: [...framing.blocks, ...blocks.map((text) => ({ kind: 'block', text }) as const)],
  }
}

const wordsOf = ({ honest = '', first, among, blocks, opens, closes }: Frame): number =>
  countWords([honest, ...first, ...among, ...blocks.map(({ text }) => text), ...opens, ...closes].join(' '))

/** Who is to tell it speaks in few frames: those of the model itself have a voice of their own. */
const framesFor = ({ others }: Order): readonly (typeof frames)[number][] =>
  others.some(({ kind }) => kind === 'voice') ? frames.slice(1) : frames

const once = (order: Order, random: Random): string => {
  const { language, register, target } = order
  for (const { frame, most } of framesFor(order)) {
    const pen = penFor(language, random, refusalsOf(order, true))
    const framed = filled(frame(pen, order), pen, order)
    const words = wordsOf(framed)
    if (words > target * most) continue
    const { honest, first, among, blocks, opens, closes } = framed
    const body = [...first, ...pen.fill(register, target - words)]
    const before = random.chance(0.5)
    const sentences = honest === undefined ? body : before ? [honest, ...body] : [...body, honest]
    return [...opens, arranged(language, random, sentences, among, blocks), ...closes]
      .filter((text) => text !== '')
      .join('\n\n')
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
