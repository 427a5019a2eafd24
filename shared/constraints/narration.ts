import { wordsOf } from '../text/common-words.ts'
import { languageIn } from '../text/language.ts'
import { withoutQuoted } from '../text/speech.ts'

/** Who tells: as `voice` asks for it. */
export const persons = ['first', 'second', 'third'] as const
export type Person = (typeof persons)[number]
export const tenses = ['past', 'present'] as const
export type Tense = (typeof tenses)[number]

type Pronouns = Readonly<Record<'first' | 'second', ReadonlySet<string>>>

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Languages that cannot leave a pronoun out: there its absence tells as much as its presence. */
const pronouns: Readonly<Record<string, Pronouns>> = {
  en: {
    first: words('i me my mine myself we us our ours ourselves'),
    second: words('you your yours yourself yourselves'),
  },
  de: {
    first: words(
      'ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer',
    ),
    second: words('du dich dir dein deine deinen deinem deiner euch euer eure euren'),
  },
  fr: {
    first: words('je j me m moi mon ma mes nous notre nos'),
    second: words('tu te t toi ton ta tes vous votre vos'),
  },
}

/** Told words, outside what is said or quoted, and how many of them are pronouns of each person. */
export type Narration = {
  readonly words: number
  readonly first: number
  readonly second: number
}

/** Counts who tells a plain text; null for a language whose pronouns do not tell, or a text too short to tell its own. */
export const narrationOf = (text: string): Narration | null => {
  const told = withoutQuoted(text)
  const known = pronouns[languageIn(told) ?? '']
  if (!known) return null
  const all = wordsOf(told)
  const count = (person: 'first' | 'second'): number => all.filter((word) => known[person].has(word)).length
  return { words: all.length, first: count('first'), second: count('second') }
}

/** Where a plain text first speaks in a person outside what is said in it, in any language known here; −1 for nowhere. */
export const placeOfPerson = (text: string, person: 'first' | 'second'): number => {
  const known = pronouns[languageIn(text) ?? '']
  if (!known) return -1
  const told = withoutQuoted(text)
  for (const { 0: word, index } of told.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (known[person].has(word.toLowerCase())) return index
  }
  return -1
}

const pastForms = words(
  'was were had did went came said saw took made gave got knew thought found told felt left kept began brought stood sat heard ran held wrote met paid lay led spoke grew lost fell sent built drew broke spent rose drove bought wore ate drank slept woke became',
)
const presentForms = words(
  'is am are has have does do goes comes says sees takes makes gives gets knows thinks finds tells feels leaves keeps begins brings stands sits hears runs holds writes meets looks seems walks turns asks opens waits becomes',
)
const ended = /^[a-z]{3,}ed$/u
const unfinite = words('need seed feed speed indeed hundred bleed breed shed bed red')

/** Verbs of an English text, outside what is said in it, by their tense. */
export const tensesIn = (text: string): Readonly<Record<Tense, number>> | null => {
  const told = withoutQuoted(text)
  if (languageIn(told) !== 'en') return null
  const all = wordsOf(told)
  return {
    past: all.filter((word) => pastForms.has(word) || (ended.test(word) && !unfinite.has(word))).length,
    present: all.filter((word) => presentForms.has(word)).length,
  }
}
