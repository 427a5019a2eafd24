import type { Fault } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import { echoSeen } from './watch/echo.ts'
import { isInOther, languageSeen, lettersSeen } from './watch/language.ts'
import { otherSectionSeen, type Titles } from './watch/other-sections.ts'
import { gapSeen } from './watch/placeholders.ts'
import { isCurtRefusal, refusalSeen } from './watch/refusals.ts'
import { repetitionWatch } from './watch/repetition.ts'
import { earliest, type Sighting } from './watch/sighting.ts'
import { afterThinking, tokensSeen } from './watch/stray-tokens.ts'

/** What a text is to be, as far as a stream can be held to it. */
export type Expected = {
  readonly language: string
  /** Words at which a stream is stopped. */
  readonly mostWords: number
  /** What tells other sections' headings from its own; not known of a part of a section. */
  readonly titles?: Titles
  /** The brief wants gaps that somebody fills in later. */
  readonly allowsGaps?: boolean
  /** What the text was asked for with: it must not be given back. */
  readonly prompt?: readonly { readonly text: string }[]
  /** The text that it is made of: what stands there is nobody's fault. */
  readonly given?: string
}

/** Characters between two looks at a stream: often enough to waste little, seldom enough to cost nothing. */
const stride = 100

const runawaySeen = (text: string, mostWords: number): Sighting | null => {
  // Cheap tests first: no script has more words than characters, and none has words of 40 letters throughout.
  const isOver = text.length > mostWords * 40 || (text.length > mostWords && countWords(text) > mostWords)
  if (!isOver) return null
  const sentence = 'The text ran far past the length asked for and was stopped there.'
  return { at: text.length, fault: { code: 'reply-runaway', sentence } }
}

/** Where a text that has ended goes round, looked at as a stream would have been: it is told by where a text ends. */
const roundSeen = (text: string): Sighting | null => {
  const goesRound = repetitionWatch()
  let seen: Sighting | null = null
  for (let end = stride; end < text.length + stride && !seen; end += stride)
    seen = goesRound(text.slice(0, end))
  return seen
}

/** What is seen in a text by its parts: all of it, of which that up to `from` was looked at before. */
type Watch = (text: string, from: number) => readonly (Sighting | null)[]

const watchFor = (expected: Expected): Watch => {
  const { titles, language, given = '' } = expected
  const echoes = echoSeen(expected.prompt)
  const isForeign = isInOther(given, language)
  return (text, from) => [
    refusalSeen(text, from, given),
    tokensSeen(text, from, given),
    echoes(text, from, given),
    titles ? otherSectionSeen(text, from, titles, given) : null,
    expected.allowsGaps ? null : gapSeen(text, from, given),
    isForeign ? null : languageSeen(text, from, language),
    runawaySeen(text, expected.mostWords),
  ]
}

/**
 * Watches one reply as it streams, in code: refusal, wrong language, repetition, runaway length, and whatever is no
 * part of a section: the prompt's own words, tokens of a chat, gaps, other sections.
 */
export const monitor = (expected: Expected): ((reply: string) => Fault | null) => {
  const { given = '' } = expected
  const goesRound = roundSeen(given) ? () => null : repetitionWatch()
  const watch = watchFor(expected)
  let looked = 0
  return (reply) => {
    if (reply.length - looked < stride) return null
    const begin = afterThinking(reply, given)
    const text = reply.slice(begin)
    const seen = earliest([...watch(text, Math.max(0, looked - begin)), goesRound(text)])
    looked = reply.length
    return seen?.fault ?? null
  }
}

/** The first thing wrong with a text that has ended, and up to where it is good. */
export const sight = (text: string, expected: Expected): Sighting | null => {
  const { language, given = '' } = expected
  if (!/[\p{L}\p{N}]/u.test(text))
    return { at: 0, fault: { code: 'reply-empty', sentence: 'The model sent no text.' } }
  if (isCurtRefusal(text) && !isCurtRefusal(given))
    return { at: 0, fault: { code: 'reply-refusal', sentence: 'The model refused to write this section.' } }
  return earliest([
    isInOther(given, language) ? null : lettersSeen(text, language),
    ...watchFor(expected)(`${text}\n`, 0),
    roundSeen(given) ? null : roundSeen(text),
  ])
}
