import type { Duty } from '../../shared/constraints/compile.ts'
import { dutyLine, type Demand } from '../../shared/constraints/demand.ts'
import type { Message } from '../../shared/model.ts'
import { isOfWhole, restOfSentence, type Target } from '../../shared/orders/order-target.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { leaves } from '../../shared/questions/outline.ts'
import type { Order, Section } from '../../shared/records.ts'
import { oneLine } from '../../shared/text/one-line.ts'
import { holds } from '../../shared/text/quotes.ts'
import { cutAtSentence, sentences } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import { block, dutyPart, lastTrouble, lines, parts, quoted, sectionPart, type Prompt } from './context.ts'
import { opening } from './draft.ts'
import { headsWithin } from './list-within.ts'
import { ample, type Attempt } from './rooms.ts'

/** How many words may come back; null where nobody says. */
export type WordsAsked = { readonly min?: number | undefined; readonly max?: number | undefined } | null

/** What an order asks of the writer model: the text it is in, the part it is about, and how many words may come back. */
export type OrderShown = {
  readonly text: string
  readonly target: Target
  readonly words: WordsAsked
}

/** Words shown of what stands around a passage, and the characters they are looked for in. */
const aroundWords = 120
const aroundLetters = 2_000

/** The last whole sentences of a text, up to so many words. */
const ending = (text: string): string => {
  const all = sentences(text)
  let [from, words] = [text.length, 0]
  for (const range of all.toReversed()) {
    words += countWords(text.slice(range.from, range.to))
    if (words > aroundWords && from < text.length) break
    from = range.from
  }
  return text.slice(from).trim()
}

const shown = (heading: string, text: string): Message | undefined =>
  text.trim() === '' ? undefined : block(heading, quoted(text))

/** Duties that every part of a text has its share in. */
const ofAnyPart: ReadonlySet<Demand['kind']> = new Set(['avoids', 'voice', 'language'])

/** What a part of a section owes: what it must not do, what it says already and must go on saying. */
const dutiesOfPart = (state: ProjectState, section: Section, passage: string): Message | undefined => {
  const isOwed = ({ constraint, demand }: Duty): boolean => {
    const where = state.constraint.get(constraint)?.placement.where
    if (demand.kind === 'mentions') return !demand.params.loosely && holds(passage, demand.params.text)
    // Rules that every section keeps stand with the requirements.
    if (demand.kind === 'rule') return where !== 'each' && where !== 'document'
    return ofAnyPart.has(demand.kind)
  }
  const owed = dutiesOf(state, section.id).filter(isOwed)
  return block('What it owes', owed.map(({ demand }) => `- ${dutyLine(demand)}`).join('\n'))
}

/** What other sections say that the order is about. */
const elsewhere = (state: ProjectState, { section, places }: Order): Message | undefined =>
  block(
    'What stands elsewhere',
    places
      .filter((place) => place.section !== section)
      .map((place) => {
        const other = state.section.get(place.section)
        return lines(`In "${other?.title ?? ''}":`, quoted(place.quote))
      })
      .join('\n'),
  )

/** What every other section tells, in brief, as far as there is room: all that a lead may speak of. */
const summaries = (state: ProjectState, { kind, section }: Order, room: number): Message | undefined => {
  if (kind !== 'lead') return undefined
  const told = leaves(state).flatMap(({ id, title }, i) => {
    const found = [...state.memory.values()].find((each) => each.section === id && each.about === 'summary')
    return found && id !== section ? [{ head: `${i + 1}. ${title}`, text: found.fact }] : []
  })
  return block('What the sections say', headsWithin(told, room) ?? '')
}

/** Tells of a passage within a sentence how that begins and goes on, so that it still reads as one. */
const sentenceLines = (text: string, target: Target): readonly string[] => {
  const rest = restOfSentence(text, target)
  if (!rest) return []
  return [
    'The passage is a part of one sentence, and what takes its place must read as that part of it.',
    ...(rest.before === '' ? [] : [`The sentence begins: “${oneLine(rest.before)}”`]),
    ...(rest.after === '' ? [] : [`It goes on: “${oneLine(rest.after)}”`]),
  ]
}

const length = ({ min, max }: NonNullable<WordsAsked>): string => {
  if (min !== undefined && max !== undefined) return `Length: ${min} to ${max} words`
  return max === undefined ? `Length: at least ${min} words` : `Length: at most ${max} words`
}

/** The part of a prompt that shows what the order is about. */
export const passagePart = (passage: string): Message | undefined => block('The passage', quoted(passage))

/** Asks the writer model for what an order says: the text that takes the place of a passage, or that follows it. */
export const orderPrompt = (
  state: ProjectState,
  section: Section,
  order: Order,
  { text, target, words }: OrderShown,
  { trouble, rooms = ample }: Attempt = {},
): Prompt => {
  const { from, to, after } = target
  const passage = text.slice(from, to)
  return parts(
    ...opening(state, section, rooms),
    sectionPart(state, section),
    // A command has its own say in how long and what the text is to be.
    isOfWhole(order) && order.kind !== 'command'
      ? dutyPart(state, section)
      : dutiesOfPart(state, section, passage),
    elsewhere(state, order),
    summaries(state, order, rooms.elsewhere),
    shown('Just before the passage', ending(text.slice(0, from).slice(-aroundLetters))),
    passagePart(passage),
    shown('Just after the passage', cutAtSentence(text.slice(to, to + aroundLetters).trim(), aroundWords)),
    block(
      'Your task',
      lines(
        // What a reviewer said is one line of the task, whatever it holds.
        order.kind !== 'command' && oneLine(order.sentence),
        order.kind === 'command' ? order.advice : oneLine(order.advice),
        words !== null && (words.min !== undefined || words.max !== undefined) && length(words),
        ...sentenceLines(text, target),
        after
          ? 'Answer with the text that follows the passage alone.'
          : 'Answer with the text that takes the place of the passage alone.',
      ),
    ),
    lastTrouble(trouble),
  )
}
