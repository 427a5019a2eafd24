import { countWords } from '../../../shared/text/words.ts'
import { filler, type Given, type TopSymbol } from './grammar.ts'
import type { Language } from './language.ts'
import type { Random } from './random.ts'
import type { Register } from './register.ts'

/** Writes single sentences that were not written before and that say nothing they must not say. */
export type Pen = {
  readonly language: Language
  readonly random: Random
  /**
   * A sentence of this symbol, or undefined when none could be found. It counts as written only once it is taken.
   * With `turn`, frames are tried in their order from that one on.
   */
  readonly find: (symbol: TopSymbol, given?: Given, turn?: number) => string | undefined
  /** Sentences of this symbol whose words add up to exactly `words`, or as near as it gets. They are taken. */
  readonly fill: (register: Register, words: number) => readonly string[]
  readonly take: (sentence: string) => string
  /** Whether a sentence says or does what this pen must not. */
  readonly refuses: (sentence: string) => boolean
}

const tries = 40

/** Sentences among which two are sought that fit a gap exactly. */
const choice = 60

/** Sentences written one by one before an exact fit is given up. */
const rounds = 6

/** A sentence that begins with a capital and ends with one stop. */
export const polished = (sentence: string): string =>
  sentence
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .replace(/(?<end>[.!?。！？])(?<close>[”»“』」]|\s»)?[.。]$/u, '$<end>$<close>')

const exact = (found: readonly string[], words: number): readonly string[] | undefined => {
  const byCount = new Map<number, string>()
  for (const sentence of found) {
    const count = countWords(sentence)
    if (count === words) return [sentence]
    const other = byCount.get(words - count)
    if (other !== undefined) return [other, sentence]
    byCount.set(count, sentence)
  }
  return undefined
}

const finder = (
  language: Language,
  random: Random,
  refuses: (sentence: string) => boolean,
  written: Set<string>,
) => {
  const fill = filler(language.grammar, random)
  return (symbol: TopSymbol, given?: Given, turn?: number): string | undefined => {
    const frames = language.grammar[symbol]
    for (let i = 0; i < tries; i += 1) {
      const frame = turn === undefined ? `{${symbol}}` : frames[(turn + i) % frames.length]
      const sentence = polished(fill(frame ?? '', given))
      if (!written.has(sentence) && !refuses(sentence)) return sentence
    }
    return undefined
  }
}

/** A pen for one section: it writes nothing that `refuses` refuses, and no sentence that stands there already. */
export const penFor = (
  language: Language,
  random: Random,
  refuses: (sentence: string) => boolean,
  already: readonly string[] = [],
): Pen => {
  const written = new Set(already)
  const find = finder(language, random, refuses, written)
  const take = (sentence: string): string => {
    written.add(sentence)
    return sentence
  }
  const several = (symbol: TopSymbol): readonly string[] => {
    const found = new Set<string>()
    for (let i = 0; i < choice; i += 1) {
      const sentence = find(symbol)
      if (sentence === undefined) break
      found.add(sentence)
    }
    return [...found]
  }
  const close = (register: Register, words: number): readonly string[] => {
    const sentences: string[] = []
    let left = words
    for (const symbol of [register, 'bare', 'tiny'] as const) {
      for (let round = 0; round < rounds; round += 1) {
        const found = several(symbol)
        const last = exact(found, left)
        if (last) return [...sentences, ...last.map(take)]
        const next = found.find((sentence) => countWords(sentence) <= left / 2)
        if (next === undefined) break
        sentences.push(take(next))
        left -= countWords(next)
      }
    }
    return sentences
  }
  const fill = (register: Register, words: number): readonly string[] => {
    const sentences: string[] = []
    let symbol: TopSymbol = register
    let left = words
    while (left > language.pair) {
      const sentence: string | undefined = find(symbol)
      if (sentence !== undefined) {
        sentences.push(take(sentence))
        left -= countWords(sentence)
      } else if (symbol === 'bare') break
      else symbol = 'bare'
    }
    return left > 0 ? [...sentences, ...close(register, left)] : sentences
  }
  return { language, random, find, fill, take, refuses }
}
