import type { Demand } from '../demand.ts'
import type { Matter } from './matter.ts'
import type { Said } from './manner.ts'
import type { Token } from './tokens.ts'

type Shape = Extract<Demand, { kind: 'pattern' }>['params']['has']

const shapes: ReadonlyMap<string, Shape> = new Map([
  ['list', 'list'],
  ['lists', 'list'],
  ['bullets', 'list'],
  ['table', 'table'],
  ['tables', 'table'],
  ['dialogue', 'dialogue'],
  ['dialog', 'dialogue'],
  ['dialogues', 'dialogue'],
  ['question', 'question'],
  ['questions', 'question'],
  ['number', 'number'],
  ['numbers', 'number'],
  ['figures', 'number'],
  ['heading', 'heading'],
  ['headings', 'heading'],
  ['subheadings', 'heading'],
  ['subheading', 'heading'],
  ['quotation', 'quotation'],
  ['quotations', 'quotation'],
  ['link', 'link'],
  ['links', 'link'],
  ['hyperlinks', 'link'],
])

const small = new Set(
  "do don't does using avoid there be is are has contains includes there a an the any some no not never at least atleast minimum of use include contain have with one bullet bulleted numbered rhetorical only direct # or more and also must should please".split(
    ' ',
  ),
)

/** "a table", "at least two questions", "no dialogue": a shape with nothing else of weight about it. */
export const patternAsked = ({ tokens, negative }: Said): Demand | null => {
  const named = tokens.filter(({ word }) => shapes.has(word))
  const [shape] = named
  const has = shapes.get(shape?.word ?? '')
  const rest = tokens.filter(
    ({ word, kind }) => !shapes.has(word) && kind !== 'number' && kind !== 'mark' && !small.has(word),
  )
  if (!has || named.length !== 1 || rest.length > 0) return null
  const none = negative || tokens.some(({ word }) => /^(?:no|not|never|without|avoid)$/u.test(word))
  if (none) return { kind: 'pattern', params: { has, not: true } }
  const min = tokens.find(({ kind, n }) => kind === 'number' && n !== undefined && n > 0)?.n
  return { kind: 'pattern', params: { has, ...(min !== undefined && { min: Math.floor(min) }) } }
}

const saying = new Set(
  'say says mention mentions include includes contain contains use uses using word words phrase phrases sentence line quote name names write appear appears occur occurs text'.split(
    ' ',
  ),
)

/** The words in quotes that a clause wants said verbatim; '' where it wants none. */
const verbatim = (tokens: readonly Token[], matter: Matter): string => {
  const quotes = tokens.filter(({ kind }) => kind === 'quote')
  const [quote] = quotes
  if (!quote || quotes.length > 1) return ''
  const says = tokens.some(({ word }) => saying.has(word)) || /^["“「]/u.test(quote.raw)
  const rest = matter.tokens.filter(
    ({ kind, word }) =>
      kind !== 'quote' &&
      kind !== 'mark' &&
      !/^(?:the|a|word|words|phrase|sentence|line|exact|motto|refrain|somewhere|must|appear|appears|be|mentioned|say|use|used|to|text)$/u.test(
        word,
      ),
  )
  return says && rest.length === 0 ? quote.raw.slice(1, -1).trim() : ''
}

const forbiddenVerbs =
  /^(?:don't|do|not|never|avoid|avoids|avoiding|must|should|please|mustn't|shouldn't|mention|mentions|mentioning|say|says|saying|use|uses|using|name|names|naming|write|writing|include|including|contain|word|words|phrase|term|the|of|to|any|ever|a|an|be|mentioned|used|named|said|appear|appears|let|expression|is|are|was|were|again)$/u

/** The words that must not be said, where a clause names words rather than a manner; '' else. */
const forbidden = (matter: Matter, tokens: readonly Token[]): string => {
  const quotes = tokens.filter(({ kind }) => kind === 'quote')
  const [quote] = quotes
  // "do not begin a sentence with 'And'" forbids no word.
  const edges = tokens.some(({ word }) => /^(?:begin|start|open|end|close|finish|conclude)s?$/u.test(word))
  if (quote && quotes.length === 1) return edges ? '' : quote.raw.slice(1, -1).trim()
  const words = matter.tokens.filter(({ word, kind }) => kind !== 'mark' && !forbiddenVerbs.test(word))
  const named =
    words.length > 0 &&
    words.length <= 3 &&
    words.every(({ raw, kind }) => kind === 'word' && /^\p{Lu}/u.test(raw))
  const says = tokens.some(({ word }) =>
    /^(?:mention|mentions|mentioned|mentioning|name|named|naming|say|saying|word|phrase)$/u.test(word),
  )
  if (named && says) return words.map(({ raw }) => raw).join(' ')
  return plainNoun(words, tokens)
}

const pronouns =
  /^(?:it|them|him|her|us|me|you|this|that|these|those|anything|everything|something|nothing|anyone|anybody|everyone|who|what|which|how|why|when|where|whether)$/u

/** "the inheritance" in "do not mention the inheritance": one noun, which can be looked for. */
const plainNoun = (words: readonly Token[], tokens: readonly Token[]): string => {
  const [noun, ...rest] = words
  const mentions = tokens.some(({ word }) => /^(?:mention|mentions|mentioned|mentioning)$/u.test(word))
  if (!noun || rest.length > 0 || !mentions || noun.kind !== 'word' || pronouns.test(noun.word)) return ''
  return /^[\p{L}\p{M}'’-]{3,}$/u.test(noun.raw) && !/\p{Script=Han}/u.test(noun.raw) ? noun.raw : ''
}

/** What must not stand there: words where the clause names some, else the clause itself as a rule. */
export const forbiddenThing = (matter: Matter, said: Said, sentence: string): Demand => {
  const text = forbidden(matter, said.tokens)
  return text ? { kind: 'avoids', params: { text } } : { kind: 'rule', params: { text: sentence } }
}

/** What must stand there: words verbatim where they stand in quotes, else matter to be treated. */
export const wantedThing = (matter: Matter, said: Said): Demand => {
  const text = verbatim(said.tokens, matter)
  return text
    ? { kind: 'mentions', params: { text } }
    : { kind: 'mentions', params: { text: matter.text, loosely: true } }
}
