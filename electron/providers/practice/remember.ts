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

/** Answers a prompt for the memory of a section: its first sentences, and what it puts into quotation marks or names. */
export const remember = (blocks: PromptBlocks): Remembered => {
  const body = blocks.get('The section') ?? ''
  const title = /^# The section "(?<title>.*)"$/mu.exec(body)?.groups?.['title'] ?? ''
  const sentences = proseSentences(fenced(body)[0] ?? '')
  const told = sentences.filter((sentence) => !isHonest(sentence))
  const chosen = told.length > 0 ? told : sentences
  const gap = /\p{Script=Han}/u.test(chosen[0] ?? '') ? '' : ' '
  const facts = told.flatMap(factIn)
  const names = new Set<string>()
  const fresh = facts.filter(({ name }) => !names.has(name) && names.add(name))
  return {
    summary: summaryOf(chosen, gap) || title || 'The section says nothing yet.',
    facts: fresh.slice(0, mostFacts),
  }
}
