import { z } from 'zod'
import { firstSentence, quoting, sentenceAt } from './evidence.ts'
import { defineKind, type Check, type Verdict } from './kind.ts'
import {
  narrationOf,
  persons,
  placeOfPerson,
  tenses,
  tensesIn,
  type Person,
  type Tense,
} from './narration.ts'

const params = z
  .object({
    person: z.enum(persons).optional(),
    tense: z.enum(tenses).optional(),
    of: z.string().trim().min(1).optional(),
  })
  .refine(({ person, tense, of }) => (person ?? tense ?? of) !== undefined, 'it asks for nothing')
type Params = z.infer<typeof params>

const through = 'through the eyes of '

const write = ({ person, tense, of }: Params): string =>
  [person && `${person} person`, tense && `${tense} tense`, of && through + of].filter(Boolean).join(', ')

const read = (text: string): Params | null => {
  const said = text.trim()
  const at = said.indexOf(through)
  const head = at < 0 ? said : said.slice(0, at)
  const of = at < 0 ? '' : said.slice(at + through.length).trim()
  const person = persons.find((each) => new RegExp(`\\b${each}[ -]person\\b`, 'iu').test(head))
  const tense = tenses.find((each) => new RegExp(`\\b${each}( tense)?\\b`, 'iu').test(head))
  if (!person && !tense && !of) return null
  return { ...(person && { person }), ...(tense && { tense }), ...(of && { of }) }
}

/** Words outside dialogue below which nothing is clear. */
const fewest = 40

/** One pronoun in a hundred words is a voice; one slip in a long text is not. */
const clear = 0.01

const ofPerson = (text: string, person: Person): Verdict | null => {
  const told = narrationOf(text)
  if (!told || told.words < fewest) return null
  const { words, first, second } = told
  const [firsts, seconds] = [first / words, second / words]
  if (person === 'third') {
    if (first + second === 0) return 'kept'
    return (first >= 3 && firsts >= clear) || (second >= 3 && seconds >= clear) ? 'broken' : null
  }
  const [own, other] = person === 'first' ? [first, seconds] : [second, firsts]
  if (own === 0) return 'broken'
  return own >= 2 && own / words >= clear && own / words > other ? 'kept' : null
}

/** Verbs needed to tell a tense, and the share of them that makes it clear. */
const verbs = { fewest: 5, most: 0.75, least: 0.2 } as const

const ofTense = (text: string, tense: Tense): Verdict | null => {
  const found = tensesIn(text)
  const all = found ? found.past + found.present : 0
  if (!found || all < verbs.fewest) return null
  const share = found[tense] / all
  if (share >= verbs.most) return 'kept'
  return share <= verbs.least ? 'broken' : null
}

const evidence = (text: string, person: Person | undefined): string => {
  const shown =
    person === 'third' ? Math.max(placeOfPerson(text, 'first'), placeOfPerson(text, 'second')) : -1
  const own = person === 'first' || person === 'second' ? placeOfPerson(text, person) : shown
  return own < 0 ? firstSentence(text) : sentenceAt(text, own)
}

/**
 * Who tells, in which tense, and through whose eyes. Code decides what the told words, those outside dialogue, show
 * clearly: pronouns in English, German and French, verbs in English. Whose eyes they are only a reader can tell.
 */
export const voice = defineKind({
  kind: 'voice',
  params,
  wordings: [{ field: 'voice', lead: 'Voice', read, write }],
  documentMeans: () => 'every section',
  check: (text, asked): Check | null => {
    const { person, tense, of } = asked
    const plain = text.plain()
    const said = new Set([
      ...(person ? [ofPerson(plain, person)] : []),
      ...(tense ? [ofTense(plain, tense)] : []),
      ...(of === undefined ? [] : [null]),
    ])
    const quote = (): { readonly quote?: string } => quoting(evidence(plain, person))
    if (said.has('broken'))
      return { verdict: 'broken', ...quote(), advice: `Tell it in the ${write(asked)}.` }
    return said.has(null) ? null : { verdict: 'kept', ...quote() }
  },
})
