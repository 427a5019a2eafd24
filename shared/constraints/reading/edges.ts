import type { Demand } from '../demand.ts'
import { unitNoun } from './nouns.ts'
import type { Said } from './manner.ts'
import { kindIn, rawIn, valueIn, wordIn, type Token } from './tokens.ts'

const opens = new Set(
  'open opens opening begin begins beginning start starts starting commence commences'.split(' '),
)
const closes = new Set(
  'end ends ending close closes closing conclude concludes concluding finish finishes finishing'.split(' '),
)

const formNames: ReadonlyMap<string, 'question' | 'exclamation' | 'dialogue' | 'date' | 'list'> = new Map([
  ['question', 'question'],
  ['questions', 'question'],
  ['exclamation', 'exclamation'],
  ['dialogue', 'dialogue'],
  ['dialog', 'dialogue'],
  ['conversation', 'dialogue'],
  ['date', 'date'],
  ['list', 'list'],
])

const small = new Set(
  'a an the one open rhetorical short single line of by with on in its their and always must should word words sentence phrase bullet bulleted : ,'.split(
    ' ',
  ),
)

type Edge =
  { readonly text: string } | { readonly form: 'question' | 'exclamation' | 'dialogue' | 'date' | 'list' }

/** What stands behind "open with": words in quotes, or the name of a form with nothing of weight about it. */
const edgeAt = (tokens: readonly Token[], at: number): Edge | null => {
  for (let i = at; i < Math.min(tokens.length, at + 7); i += 1) {
    const token = tokens[i]
    if (!token) break
    if (token.kind === 'quote') {
      const text = token.raw.slice(1, -1).trim()
      return text ? { text } : null
    }
    const form = formNames.get(token.word)
    if (form)
      return tokens[i + 1] && !/^(?:mark|to|for|,|and|\.)$/u.test(wordIn(tokens, i + 1)) ? null : { form }
    if (!small.has(token.word)) return null
  }
  return null
}

const objects = new Set(
  'the a an each every it its book novel story diary letter entry text whole work chapter week day'.split(
    ' ',
  ),
)

/** "end the book with": the token behind what is to end. */
const beyondObject = (tokens: readonly Token[], at: number): number => {
  let i = at
  while (i < at + 4 && (objects.has(wordIn(tokens, i)) || unitNoun(wordIn(tokens, i)) !== null)) i += 1
  return i
}

const isLine = (tokens: readonly Token[], at: number): boolean =>
  /^(?:line|sentence|words|word|paragraph)$/u.test(wordIn(tokens, at))

type Side = 'opening' | 'closing'

/** 以…开头: what opens or closes stands before the word for it. */
const chineseEdge = (tokens: readonly Token[], at: number): Demand | null => {
  const word = wordIn(tokens, at)
  if ((word !== 'opening' && word !== 'closing') || !/\p{Script=Han}/u.test(rawIn(tokens, at))) return null
  const before = tokens.slice(Math.max(0, at - 4), at)
  const by = before.findIndex((token) => token.word === 'with' || token.word === 'use')
  const edge = by < 0 ? null : edgeAt(before, by + 1)
  return edge && { kind: word, params: edge }
}

/** Which end the word at `at` speaks of: "opens", "ends"; before "line" also "first" and "last". */
const sideAt = (tokens: readonly Token[], at: number): Side | null => {
  const word = wordIn(tokens, at)
  if (opens.has(word)) return 'opening'
  if (closes.has(word)) return 'closing'
  if (!isLine(tokens, at + 1)) return null
  if (kindIn(tokens, at) === 'ordinal') return valueIn(tokens, at) === 1 ? 'opening' : null
  return /^(?:last|final)$/u.test(word) ? 'closing' : null
}

/** "the last line is '…'". */
const lineEdge = (tokens: readonly Token[], at: number): Edge | null => {
  let i = at
  while (/^(?:is|be|must|should|reads|says|:)$/u.test(wordIn(tokens, i))) i += 1
  return i > at || kindIn(tokens, at) === 'quote' ? edgeAt(tokens, i) : null
}

/** "opens with …", "end the book on …". */
const verbEdge = (tokens: readonly Token[], at: number): Edge | null => {
  const i = beyondObject(tokens, at)
  if (!/^(?:with|on|by|in|using|:)$/u.test(wordIn(tokens, i))) return null
  return edgeAt(tokens, wordIn(tokens, i) === ':' ? i + 1 : i)
}

/** "Each letter opens with 'Dear Ann'", "end on a question", "the last line is '…'", 以…开头. */
export const edgeAsked = ({ tokens, negative }: Said): Demand | null => {
  if (negative) return null
  for (let i = 0; i < tokens.length; i += 1) {
    const chinese = chineseEdge(tokens, i)
    if (chinese) return chinese
    const side = sideAt(tokens, i)
    if (side === null) continue
    const edge = isLine(tokens, i + 1) ? lineEdge(tokens, i + 2) : verbEdge(tokens, i + 1)
    if (edge) return { kind: side, params: edge }
  }
  return null
}

const works =
  /^(?:novel|novella|book|story|tale|report|diary|journal|text|work|whole|manual|essay|play|memoir)$/u
const besides = new Set(
  'the a an each every this its it and then must should always will shall please'.split(' '),
)

/**
 * Which end of a unit or of the work a clause speaks of as a whole: "ends with the ledger being burned", "the novel opens
 * on the harbour". Null where somebody else opens or ends ("the shop opens on Monday").
 */
export const sideSaid = (tokens: readonly Token[]): Side | null => {
  let i = 0
  while (
    besides.has(wordIn(tokens, i)) ||
    works.test(wordIn(tokens, i)) ||
    unitNoun(wordIn(tokens, i)) !== null
  )
    i += 1
  const word = wordIn(tokens, i)
  if (word.endsWith('ing')) return null
  const side = opens.has(word) ? 'opening' : closes.has(word) ? 'closing' : null
  const by = beyondObject(tokens, i + 1)
  return side && /^(?:with|on|by)$/u.test(wordIn(tokens, by)) && by + 1 < tokens.length ? side : null
}

/** Whether a sentence tells how the work itself opens or ends: of a brief's story that is a wish. */
export const tellsEdge = (tokens: readonly Token[]): boolean =>
  tokens.slice(0, 3).some(({ word }) => works.test(word)) && sideSaid(tokens) !== null

/** "use '*** finished' to mark the end of the document": words that stand at the end of it. */
export const endMarkAsked = ({ tokens }: Said): Demand | null => {
  const quote = tokens.find(({ kind }) => kind === 'quote')
  const text = quote?.raw.slice(1, -1).trim()
  if (!text) return null
  const at = tokens.findIndex(({ word }) => /^(?:indicate|signify|mark|signal|denote|show)$/u.test(word))
  const behind = tokens.slice(at + 1, at + 5).map(({ word }) => word)
  const ends = at >= 0 && behind.some((word) => /^(?:end|completion|finish|conclusion)$/u.test(word))
  return ends ? { kind: 'closing', params: { text } } : null
}
