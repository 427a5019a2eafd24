import type { Memory } from '../records.ts'
import { oneLine } from '../text/one-line.ts'
import { holds } from '../text/quotes.ts'
import { contentHeld, contentOf } from '../text/stems.ts'
import { saysTheSame } from './excludes.ts'
import { numbersOf } from './statement.ts'

/** A fact as a model states it. */
export type Said = {
  readonly about: Exclude<Memory['about'], 'summary'>
  readonly name: string
  readonly fact: string
}

/** A fact that is not taken in, and why. */
export type Refused = { readonly said: Said; readonly why: string }

/** Facts that one section may add. */
export const mostFacts = 8

/** Numbers up to this are counted by readers who see no figure ("her sisters Ane and Liv"). */
const counted = 12

const empty =
  /^(?:(?:is |are )?(?:not (?:mentioned|stated|specified|named|known|given)|unknown|unnamed|none|nothing|n\/?a)[.!]?)?$/iu

/** Names of more than a word are found by one of their longer words. */
const isNamed = (text: string, name: string): boolean =>
  holds(text, name) ||
  name.split(/\s+/u).some((word) => (word.match(/\p{L}/gu) ?? []).length > 3 && holds(text, word))

const trouble = (text: string, { name, fact }: Said): string | null => {
  if (!isNamed(text, name)) return 'Its name is not in the text.'
  const rest = contentOf(fact.replaceAll(name, ' '))
  if (empty.test(fact) || rest.stems.length + rest.pieces.length === 0) return 'It says nothing.'
  if (contentHeld(rest, text) === 0) return 'The text speaks of nothing like it.'
  const there = numbersOf(text)
  const invented = [...numbersOf(fact)].find((each) => Number(each) > counted && !there.has(each))
  return invented === undefined ? null : `The text has no number ${invented}.`
}

/**
 * The facts that a text bears out, at most eight, each once: its name stands in the text, it says something that the
 * text speaks of, and its numbers are there. `text` is plain.
 */
export const soundFacts = (
  text: string,
  all: readonly Said[],
): { readonly sound: readonly Said[]; readonly refused: readonly Refused[] } => {
  const sound: Said[] = []
  const refused: Refused[] = []
  for (const each of all) {
    const said: Said = { about: each.about, name: oneLine(each.name), fact: oneLine(each.fact) }
    const why = sound.some((other) => saysTheSame(other, said))
      ? 'It is there already.'
      : sound.length >= mostFacts
        ? 'There are enough.'
        : trouble(text, said)
    if (why === null) sound.push(said)
    else refused.push({ said, why })
  }
  return { sound, refused }
}
