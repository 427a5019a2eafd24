import { checkedText } from '../../../shared/constraints/checked-text.ts'
import { check, type Demand } from '../../../shared/constraints/demand.ts'
import { findShape } from '../../../shared/constraints/patterns.ts'
import { holds } from '../../../shared/text/quotes.ts'
import { countWords } from '../../../shared/text/words.ts'
import { compose, quotable, ruleWords, saying, turnOf } from './compose.ts'
import { mapSentences, paragraphsOf, textOf, withSentences, type Paragraph } from './draft-blocks.ts'
import { laidOut, sentencePiece } from './layout.ts'
import { brokenDuties, type Order } from './order.ts'
import { owedPieces } from './owed.ts'
import { penFor, type Pen } from './pen.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import type { Random } from './random.ts'
import { refusalsOf } from './refusals.ts'
import { withoutStrangers } from './sources.ts'

type Paragraphs = readonly Paragraph[]

const sentencesOf = (paragraphs: Paragraphs): readonly string[] =>
  paragraphs.flatMap((each) => (each.kind === 'prose' ? each.sentences : []))

/** Takes out the lines of blocks, and replaces the sentences, that say what must not be said or stand there twice. */
const cleansed = (paragraphs: Paragraphs, order: Order, pen: Pen, quotes: readonly string[]): Paragraphs => {
  const seen = new Set<string>()
  const bad = (sentence: string): boolean =>
    pen.refuses(sentence) ||
    seen.has(sentence) ||
    quotes.some((quote) => sentence.includes(quote) && !order.say.some((phrase) => holds(sentence, phrase)))
  const clean = paragraphs.map((each): Paragraph => {
    if (each.kind === 'prose' || !pen.refuses(each.text)) return each
    const lines = each.text.split('\n').filter((line) => !pen.refuses(line))
    return { kind: 'block', text: lines.join('\n') }
  })
  return mapSentences(clean, (sentence) => {
    const replace = bad(sentence)
    seen.add(sentence)
    if (!replace) return [sentence]
    const fresh = pen.find(order.register) ?? pen.find('bare')
    return fresh === undefined ? [] : [pen.take(fresh)]
  })
}

const missing = (text: string, order: Order, pen: Pen, rulesToo: boolean): readonly string[] => {
  const said = order.say.flatMap((phrase, i) =>
    holds(text, phrase) ? [] : [saying(pen, phrase, turnOf(order, i))],
  )
  const rules = order.keep.flatMap((rule) => {
    const phrase = quotable(pen, rule, ruleWords)
    return rulesToo && !text.includes(phrase) ? [pen.find('keep', { phrase })] : []
  })
  const honest = order.language.honest.test(text) ? [] : [pen.find('honestShort', {}, order.number)]
  return [...said, ...[...rules, ...honest].filter((sentence) => sentence !== undefined)]
}

/** Whether a sentence does its part for a duty. */
const bears = (sentence: string, demand: Demand): boolean => {
  switch (demand.kind) {
    case 'repeats':
      return holds(sentence, demand.params.text)
    case 'pattern':
      return !demand.params.not && findShape(checkedText(sentence), demand.params.has).count > 0
    case 'cites':
      return sentence.includes('[@')
    case 'opening':
    case 'closing':
      return check(demand, sentence)?.verdict === 'kept'
    default:
      return false
  }
}

/** Takes sentences out, the last first, until the text has at most `words` words; what is owed stays. */
const shortened = (paragraphs: Paragraphs, order: Order, pen: Pen, words: number): Paragraphs => {
  let excess = countWords(textOf(paragraphs, order.language.gap)) - words
  const gone = new Set<string>()
  for (const sentence of sentencesOf(paragraphs).toReversed()) {
    if (excess <= 0) break
    const owed =
      order.language.honest.test(sentence) ||
      order.say.some((phrase) => holds(sentence, phrase)) ||
      order.keep.some((rule) => sentence.includes(quotable(pen, rule, ruleWords))) ||
      order.others.some((demand) => bears(sentence, demand))
    if (owed) continue
    gone.add(sentence)
    excess -= countWords(sentence)
  }
  const rest = mapSentences(paragraphs, (sentence) => (gone.has(sentence) ? [] : [sentence]))
  return rest.filter((each) => each.kind === 'block' || each.sentences.length > 0)
}

const lengthened = (paragraphs: Paragraphs, order: Order, pen: Pen, words: number): Paragraphs => {
  const { language, register } = order
  const lack = words - countWords(textOf(paragraphs, language.gap))
  if (lack <= 0) return paragraphs
  const fresh = pen.fill(register, lack)
  if (lack <= language.pair) return withSentences(paragraphs, fresh)
  const added = paragraphsOf(laidOut(fresh.map(sentencePiece), language, pen.random))
  return [...paragraphs.slice(0, -1), ...added, ...paragraphs.slice(-1)]
}

/** How the advice of checks begins that this writer mends by itself. */
const ofCode =
  /^(?:\d+ words[;,]|Say (?:it without )?"|Bring in "|It is said |Put in |There are |Write it with no |It cites |Open with |Close with |Tell it in |Spell as |Write it in )/u

/** Broken findings that no length, no phrase to say and no phrase to avoid accounts for. */
const complaints = (blocks: PromptBlocks): readonly string[] =>
  (blocks.get('What is broken') ?? '')
    .split(/^- /mu)
    .map((finding) => finding.trim())
    .filter((finding) => finding !== '' && !ofCode.test(finding))

const blockOf = (text: string): Paragraph => ({ kind: 'block', text })

/** A text with what its prompt says is broken mended, as far as that goes sentence by sentence. */
export const mended = (text: string, order: Order, random: Random, blocks: PromptBlocks): string => {
  const { language, min, max, target } = order
  const others = complaints(blocks)
  const quotes = others.flatMap(
    (finding) => /^ {2}Here: "(?<quote>.+)"$/mu.exec(finding)?.groups?.['quote'] ?? [],
  )
  const before = paragraphsOf(withoutStrangers(text, order.sources))
  const pen = penFor(language, random, refusalsOf(order, false), sentencesOf(before))
  const clean = cleansed(before, order, pen, quotes)
  const cleaned = textOf(clean, language.gap)
  const { opens, among, blocks: fresh, closes } = owedPieces(pen, order, cleaned)
  const extra = [...missing(cleaned, order, pen, others.length > 0), ...among]
  const inner = [...withSentences(clean, extra), ...fresh.map(blockOf)]
  const whole = [...opens.map(blockOf), ...inner, ...closes.map(blockOf)]
  const words = countWords(textOf(whole, language.gap))
  if (words >= min && words <= max) return textOf(whole, language.gap)
  const cut = words > max ? shortened(whole, order, pen, target) : whole
  return textOf(lengthened(cut, order, pen, target), language.gap)
}

/**
 * The text that stands with what is broken mended and all else as it was: what must be said is put in, what must not
 * is replaced, and a text outside its length is brought to the middle of it. Written anew only where that does not do.
 */
export const revise = (blocks: PromptBlocks, order: Order, random: Random): string => {
  const [text = ''] = fenced(blocks.get('Its text now') ?? '')
  if (text.trim() === '') return compose(order, random)
  const revision = mended(text, order, random, blocks)
  if (brokenDuties(revision, order) === 0) return revision
  const anew = compose(order, random)
  return brokenDuties(anew, order) < brokenDuties(revision, order) ? anew : revision
}
