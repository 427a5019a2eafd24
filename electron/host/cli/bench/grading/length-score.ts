/** The words of a text in Han characters and in words of Latin letters. */
export type LengthCount = { readonly han: number; readonly latin: number }

const han = /[\u4e00-\u9fff]/gu
const latin = /(?<![\p{L}\p{N}_])[a-zA-Z]+(?![\p{L}\p{N}_])/gu

/**
 * A text counted as LongWriter counts it: each Han character (U+4E00 to U+9FFF) and each run of the letters A to Z that
 * no other letter, digit or underscore touches. Numbers, other letters and punctuation count for nothing.
 */
export const lengthCount = (text: string): LengthCount => ({
  han: text.match(han)?.length ?? 0,
  latin: text.match(latin)?.length ?? 0,
})

/** Its length: both together. */
export const lengthOf = (text: string): number => {
  const count = lengthCount(text)
  return count.han + count.latin
}

/**
 * LongWriter's length score S_l, from 0 to 100, of `written` words where `required` were asked:
 * 100 · max(0, 1 − (y/x − 1)/3) where there are too many, else 100 · max(0, 1 − (x/y − 1)/2).
 */
export const lengthScore = (required: number, written: number): number =>
  written > required
    ? 100 * Math.max(0, 1 - (written / required - 1) / 3)
    : 100 * Math.max(0, 1 - (required / written - 1) / 2)
