import { wasTooLong } from '../../shared/questions/learnt-context.ts'
import type { Fault } from '../../shared/records.ts'
import { endsWhole } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import type { WordsAsked } from '../prompts/order.ts'
import { clean } from './clean.ts'
import { faultOf, goodPart } from './good-part.ts'
import { sight, type Expected } from './monitor.ts'
import type { Prose } from './prose.ts'

/** What a part of a text is held to. `whole`: it must end as a text does. */
export type FragmentAsked = {
  readonly expected: Expected
  readonly title: string
  readonly passage: string
  readonly words: WordsAsked
  readonly whole: boolean
}

/** A part of a text, and in what it falls short: it has not the words asked for, or is only what came before a fault. */
export type Fragment = Prose & { readonly short?: Fault }

const fenced = /^"{3,}\n(?<inner>[\s\S]*?)\n?"{3,}$/u

const unchanged: Fault = { code: 'reply-malformed', sentence: 'It changes nothing.' }
const unended: Fault = { code: 'reply-cut', sentence: 'The text breaks off in mid-sentence.' }

/** Words by which a text misses what was asked; 0 within it. */
export const offWords = (text: string, words: WordsAsked): number => {
  const count = countWords(text)
  return Math.max(0, (words?.min ?? 0) - count, count - (words?.max ?? Infinity))
}

const asked = ({ min, max }: NonNullable<WordsAsked>): string =>
  min !== undefined && max !== undefined
    ? `${min} to ${max}`
    : max === undefined
      ? `at least ${min}`
      : `at most ${max}`

const lengthFault = (text: string, words: WordsAsked): Fault | null => {
  if (words === null || offWords(text, words) === 0) return null
  const count = countWords(text)
  return { code: 'reply-malformed', sentence: `It has ${count} words; ${asked(words)} were asked for.` }
}

/** The text of a reply, without the fence that a passage was shown in. */
const bare = (reply: string, { title, passage }: FragmentAsked): string => {
  const text = clean(reply, title, passage)
  const inner = fenced.exec(text)?.groups?.['inner']?.trim()
  return inner === undefined || fenced.test(passage.trim()) ? text : inner
}

/** What is wrong with a text, and what of it is good. */
const proseIn = (text: string, { expected, words }: FragmentAsked, stopped?: Fault): Prose => {
  const seen = sight(text, expected)
  const fault = faultOf(seen, stopped)
  if (!fault) return { text }
  return { text: goodPart(text, seen?.at ?? text.length, words?.max ?? Infinity, fault), fault }
}

/**
 * What a reply is worth as a part of a text: without what is no prose, ended whole where what it takes the place of did,
 * changed at all. Of a reply that was good up to a place its whole sentences are kept, as they are of a section.
 */
export const fragmentOf = (reply: string, wanted: FragmentAsked, stopped?: Fault): Fragment => {
  if (stopped && wasTooLong({ fault: stopped })) return { text: '', fault: stopped }
  const { passage, words, whole } = wanted
  const { text, fault } = proseIn(bare(reply, wanted), wanted, stopped)
  if (text === '') return { text, fault: fault ?? unended }
  if (text.trim() === passage.trim()) return { text: '', fault: unchanged }
  if ((whole || fault) && !endsWhole(text)) return { text: '', fault: fault ?? unended }
  const short = fault ?? lengthFault(text, words)
  return short ? { text, short } : { text }
}
