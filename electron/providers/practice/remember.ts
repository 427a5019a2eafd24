import { countWords } from '../../../shared/text/words.ts'
import { languages } from './language.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import { proseSentences } from './prose-sentences.ts'
import { cropped } from './says.ts'

/** A section's memory as the reviewer answers it. */
export type Remembered = {
  readonly summary: string
  readonly facts: readonly {
    readonly about: 'person' | 'place' | 'term' | 'event'
    readonly name: string
    readonly fact: string
  }[]
}

const mostFacts = 4
const summaryWords = 50

const isHonest = (sentence: string): boolean =>
  Object.values(languages).some(({ honest }) => honest.test(sentence))

const summaryOf = (sentences: readonly string[], gap: string): string => {
  const [first = '', ...rest] = sentences
  const summary = rest.slice(0, 2).reduce((so, next) => {
    const longer = so + gap + next
    return countWords(longer) <= summaryWords ? longer : so
  }, first)
  return cropped(summary, summaryWords)
}

const said = /[“„«「]\s?(?<name>[^“”„«»「」]{2,100}?)\s?[”“»」]/u
const named = /(?<=[\p{Ll},] )(?<name>(?!Longhand\b)\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2})/u

const factIn = (sentence: string): Remembered['facts'] => {
  const fact = sentence.slice(0, 380).replace(/[\ud800-\udbff]$/u, '')
  const phrase = said.exec(sentence)?.groups?.['name']?.trim()
  if (phrase) return [{ about: 'term', name: phrase, fact }]
  const name = named.exec(sentence)?.groups?.['name']
  return name ? [{ about: 'event', name, fact }] : []
}

const knownIn = (blocks: PromptBlocks): ReadonlySet<string> =>
  new Set((blocks.get('Known before it') ?? '').split('\n').map((line) => line.replace(/^\d+\. /u, '')))

const summaryWordsOfMany = 100

/** The summaries of a prompt, one after the other, as far as there is room. */
const summed = (below: string): Pick<Remembered, 'summary'> => {
  const told = below.split('\n').map((line) => line.replace(/^- [^:]*: /u, ''))
  return { summary: cropped(told.join(' '), summaryWordsOfMany) || 'Nothing has been told yet.' }
}

/**
 * Answers a prompt for memory: of a section its first sentences, and what it puts into quotation marks or names and is
 * not known yet; of several summaries their beginnings.
 */
export const remember = (blocks: PromptBlocks): Remembered | Pick<Remembered, 'summary'> => {
  const below = blocks.get('Summaries')
  if (below !== undefined) return summed(below)
  const body = blocks.get('The section') ?? ''
  const title = /^# The section "(?<title>.*)"$/mu.exec(body)?.groups?.['title'] ?? ''
  const sentences = proseSentences(fenced(body)[0] ?? '')
  const told = sentences.filter((sentence) => !isHonest(sentence))
  const chosen = told.length > 0 ? told : sentences
  const gap = /\p{Script=Han}/u.test(chosen[0] ?? '') ? '' : ' '
  const known = knownIn(blocks)
  const names = new Set<string>()
  const fresh = told
    .flatMap(factIn)
    .filter(({ name, fact }) => !known.has(`${name}: ${fact}`) && !names.has(name) && names.add(name))
  return {
    summary: summaryOf(chosen, gap) || title || 'The section says nothing yet.',
    facts: fresh.slice(0, mostFacts),
  }
}
