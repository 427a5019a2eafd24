import type { Token } from './tokens.ts'

const note =
  /^(?:(?:(?:written|told|narrated) )?in (?:the )?)?(?:(?:british|american|australian|canadian|us|uk) (?:english|spelling|spellings|usage|conventions)|(?:past|present) tense|(?:first|second|third)(?: -)? person)(?: limited| omniscient| singular| narration| narrator| throughout| please| only)*(?= (?:,|;|and|but) |$)/u

/** Tokens of such a note, at most. */
const longestNote = 14

const names = ['first', 'second', 'third'] as const

/** Whether words are a note on voice or language that needs no verb: "British spelling", "First person, wry". */
export const opensWithManner = (tokens: readonly Token[]): boolean => {
  if (tokens.length > longestNote) return false
  const words = tokens.map(({ kind, word, n }) => (kind === 'ordinal' ? (names[(n ?? 0) - 1] ?? word) : word))
  return note.test(words.join(' '))
}

const cuts = new Set([',', ';', 'but', 'and'])

/** The parts of a clause between its commas and joining words, each with the word before it. */
const partsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (cuts.has(token.word)) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

/**
 * What a clause asks beside what was understood of it, in its own words: "dry and a little funny" of "in the past tense,
 * third person, dry and a little funny"; empty where nothing is left. `isUnderstood` says so of one part.
 */
export const leftOver = (
  tokens: readonly Token[],
  isUnderstood: (part: readonly Token[]) => boolean,
): string => {
  if (tokens.some(({ raw }) => /\p{Script=Han}/u.test(raw))) return ''
  const left = partsOf(tokens).filter((part) => !isUnderstood(part))
  const [first, last] = [left[0]?.[0], left.at(-1)?.at(-1)]
  if (!first || !last) return ''
  const kept = new Set(left.flat())
  const between = tokens.slice(tokens.indexOf(first), tokens.indexOf(last) + 1)
  return between
    .filter((token, i) => kept.has(token) || kept.has(between[i + 1] ?? token))
    .map(({ raw }) => raw)
    .join(' ')
    .replace(/ ([,;])/gu, '$1')
}
