/** The words of a text, folded, each with its place in UTF-16 units. In scripts without spaces each character is one. */
export type WordMarks = {
  readonly words: readonly string[]
  readonly from: Int32Array
  readonly to: Int32Array
}

const spaced = /[\p{L}\p{N}\p{M}]+(?:['’‑-][\p{L}\p{N}\p{M}]+)*/gu
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu

const plain = /^[a-z0-9]+$/u

const folded = (word: string): string =>
  plain.test(word) ? word : word.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('‑', '-')

/** Whether a text is set in a script without spaces, so that its characters are counted and not its words. */
export const isDense = (text: string): boolean => {
  const start = text.slice(0, 4_000)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  const wide = start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return wide * 2 > letters
}

/** Reads the words of a text; time grows with its length. */
export const wordMarks = (text: string, unspaced: boolean): WordMarks => {
  const words: string[] = []
  const from: number[] = []
  const to: number[] = []
  for (const { 0: word, index } of text.matchAll(unspaced ? dense : spaced)) {
    words.push(folded(word))
    from.push(index)
    to.push(index + word.length)
  }
  return { words, from: Int32Array.from(from), to: Int32Array.from(to) }
}
