import type { Stepwise } from '../stepwise.ts'
import type { WordMarks } from './word-marks.ts'

/**
 * A text to be compared. `marks` are its words; a word marked `apart` is nobody's own and joins nothing (a quotation, a
 * requirement's words), one marked `light` may stand within what is repeated but does not make it so (a name, a title).
 */
export type Compared = { readonly marks: WordMarks; readonly mask: Uint8Array }
const plainWord = 0
export const lightWord = 1
export const apartWord = 2

/**
 * The same words in two texts, the earlier text first: where they begin in it and where again, counted in words, how
 * many they are, and how many of them carry weight.
 */
export type Overlap = {
  readonly first: number
  readonly second: number
  readonly at: number
  readonly again: number
  readonly words: number
  readonly weight: number
}

/** All texts in a row, each word as a number: equal words have equal numbers, one apart has none (0). */
type Row = {
  readonly ids: Int32Array
  readonly text: Int32Array
  readonly starts: readonly number[]
  /** How many words that carry weight stand before each place. */
  readonly weight: Int32Array
}

const rowOf = function* (texts: readonly Compared[]): Stepwise<Row> {
  const total = texts.reduce((sum, { marks }) => sum + marks.words.length, 0)
  const [ids, text, weight] = [new Int32Array(total), new Int32Array(total), new Int32Array(total + 1)]
  const known = new Map<string, number>()
  const starts: number[] = []
  let at = 0
  for (const [i, { marks, mask }] of texts.entries()) {
    starts.push(at)
    for (let k = 0; k < marks.words.length; k += 1) {
      const word = marks.words[k] ?? ''
      let id = known.get(word)
      if (id === undefined) {
        id = known.size + 1
        known.set(word, id)
      }
      ids[at] = mask[k] === apartWord ? 0 : id
      text[at] = i
      weight[at + 1] = (weight[at] ?? 0) + (mask[k] === plainWord ? 1 : 0)
      at += 1
    }
    yield
  }
  return { ids, text, starts, weight }
}

/** Spreads the numbers of `size` words over 32 bits, as MurmurHash3 mixes them. */
const hashAt = (ids: Int32Array, at: number, size: number): number => {
  let hash = size
  for (let i = at; i < at + size; i += 1) {
    hash = Math.imul(hash ^ Math.imul(ids[i] ?? 0, 0xcc9e2d51), 0x1b873593)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

const isSame = (ids: Int32Array, a: number, b: number, size: number): boolean => {
  for (let i = 0; i < size; i += 1) if (ids[a + i] !== ids[b + i]) return false
  return true
}

/** Where each run of `size` words stands first, found by open addressing: twice as many slots as words, or more. */
const firstPlaces = ({ ids }: Row, size: number): ((at: number) => number) => {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(ids.length * 2 + 16)))
  const last = slots.length - 1
  return (at) => {
    for (let slot = hashAt(ids, at, size) & last; ; slot = (slot + 1) & last) {
      const found = (slots[slot] ?? 0) - 1
      if (found < 0) {
        slots[slot] = at + 1
        return at
      }
      if (isSame(ids, found, at, size)) return found
    }
  }
}

const matchAt = ({ ids, text, starts, weight }: Row, before: number, at: number): Overlap => {
  const [first, second] = [text[before] ?? 0, text[at] ?? 0]
  let words = 0
  while (
    at + words < ids.length &&
    ids[before + words] === ids[at + words] &&
    ids[at + words] !== 0 &&
    text[before + words] === first &&
    text[at + words] === second
  )
    words += 1
  return {
    first,
    second,
    at: before - (starts[first] ?? 0),
    again: at - (starts[second] ?? 0),
    words,
    weight: (weight[at + words] ?? 0) - (weight[at] ?? 0),
  }
}

/** Words that are looked at in one step. */
const stride = 4_096

/**
 * Every run of at least `size` words that stands in two texts, held against the text that has it first, as long as it
 * goes; in the order of the later texts. Time grows with the number of words.
 */
export const overlaps = function* (texts: readonly Compared[], size: number): Stepwise<readonly Overlap[]> {
  const row = yield* rowOf(texts)
  const { ids, text } = row
  const firstPlace = firstPlaces(row, size)
  const found: Overlap[] = []
  let begin = 0
  for (let end = 0; end < ids.length; end += 1) {
    if (end % stride === 0) yield
    if (ids[end] === 0) begin = end + 1
    else if (text[end] !== text[begin]) begin = end
    const at = end - size + 1
    if (at < begin) continue
    const before = firstPlace(at)
    if (text[before] === text[at]) continue
    const match = matchAt(row, before, at)
    found.push(match)
    // Its last words may begin what follows it.
    end += match.words - size
  }
  return found
}
