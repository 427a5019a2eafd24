import { holds } from '../../../shared/text/quotes.ts'
import { countWords } from '../../../shared/text/words.ts'
import { mapSentences, paragraphsOf, textOf, withSentences, type Paragraph } from './draft-blocks.ts'
import { laidOut, sentencePiece } from './layout.ts'
import type { Order } from './order.ts'
import { penFor, type Pen } from './pen.ts'
import { fenced, field, type PromptBlocks } from './prompt-blocks.ts'
import type { Random } from './random.ts'
import { refusalsOf } from './refusals.ts'

/** Words to aim at, and those that are allowed. */
type Range = { readonly min: number; readonly max: number; readonly target: number }

const rangeOf = (task: string, now: number): Range => {
  const { from, to } = /^(?:(?<from>\d+) to (?<to>\d+)) words$/u.exec(field(task, 'Length'))?.groups ?? {}
  const { least } = /^at least (?<least>\d+) words$/u.exec(field(task, 'Length'))?.groups ?? {}
  const { most } = /^at most (?<most>\d+) words$/u.exec(field(task, 'Length'))?.groups ?? {}
  const min = Number(from ?? least ?? 0)
  const max = Number(to ?? most ?? Infinity)
  const middle = Number.isFinite(max) ? Math.round((min + max) / 2) : Math.max(now, min)
  return { min, max, target: now >= min && now <= max ? now : middle }
}

const isOwed = (sentence: string, { say, language }: Order): boolean =>
  language.honest.test(sentence) || say.some((phrase) => holds(sentence, phrase))

/** Takes sentences that nothing hangs on out, the last first, until so many words are left or none can go. */
const shortened = (paragraphs: readonly Paragraph[], order: Order, target: number): readonly Paragraph[] => {
  const all = paragraphs.flatMap((each) => (each.kind === 'prose' ? each.sentences : []))
  let words = countWords(textOf(paragraphs, order.language.gap))
  const gone = new Set<string>()
  for (const strict of [true, false]) {
    for (const sentence of all.toReversed()) {
      if (words <= target) break
      if (gone.has(sentence) || (strict && isOwed(sentence, order))) continue
      gone.add(sentence)
      words -= countWords(sentence)
    }
  }
  return mapSentences(paragraphs, (sentence) => (gone.has(sentence) ? [] : [sentence]))
}

const fresh = (pen: Pen, { register, language }: Order, words: number): string =>
  laidOut(pen.fill(register, Math.max(1, words)).map(sentencePiece), language, pen.random)

/** The passage with one sentence said anew and as long as it is asked to be. */
const changed = (passage: string, order: Order, pen: Pen, { min, max, target }: Range): string => {
  const { language, register } = order
  const before = paragraphsOf(passage)
  let isDone = false
  const anew = mapSentences(before, (sentence) => {
    const other = isDone || isOwed(sentence, order) ? undefined : pen.find(register)
    if (other === undefined) return [sentence]
    isDone = true
    return [pen.take(other)]
  })
  const cut = countWords(textOf(anew, language.gap)) > max ? shortened(anew, order, target) : anew
  const words = countWords(textOf(cut, language.gap))
  const whole = words < min ? withSentences(cut, pen.fill(register, target - words)) : cut
  return textOf(whole, language.gap)
}

/** Answers a prompt for a part of a text: what takes its place, or what follows it, in placeholder prose. */
export const passage = (blocks: PromptBlocks, order: Order, random: Random): string => {
  const [text = ''] = fenced(blocks.get('The passage') ?? '')
  const task = blocks.get('Your task') ?? ''
  const range = rangeOf(task, countWords(text))
  const pen = penFor(order.language, random, refusalsOf(order, false))
  if (task.includes('the text that follows the passage')) return fresh(pen, order, range.target)
  const reply = changed(text, order, pen, range)
  const words = countWords(reply)
  return words >= range.min && words <= range.max && reply !== text ? reply : fresh(pen, order, range.target)
}
