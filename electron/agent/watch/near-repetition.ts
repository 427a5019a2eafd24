import { isDense } from './dense.ts'

/**
 * Words that must come in one order again to count as said before: of letters five, of ideographs eight. All figures
 * here were set by reading novels, drill regulations and school books, of which none comes nearer than a fifth.
 */
const [wordsAgain, ideographsAgain] = [5, 8]
/** The text says again what it said once: 150 words of which 7 in 10 were said before. */
const once = { words: 150, share: 0.7 } as const
/** It says for the third time: 60 words of which 55 in 100 were said at least twice. */
const twice = { words: 60, share: 0.55 } as const
/** Walking back to where that began: as long as 3 in 10 of 30 words were said before. */
const back = { words: 30, share: 0.3 } as const

const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’]+/gu
/** Lines of tables are alike by nature. */
const tableLine = /^[ \t]*\|/u
const fence = /^ {0,3}(?:```|~~~)/u

/** One word: where it begins, and how often it and those before it had been said in this order. */
type Said = { readonly from: number; readonly times: number }

const share = (all: readonly Said[], end: number, words: number, times: number): number => {
  let held = 0
  for (let i = end - words; i < end; i += 1) if ((all[i]?.times ?? 0) >= times) held += 1
  return held / words
}

const beginOf = (all: readonly Said[]): number => {
  let end = all.length
  while (end > back.words && share(all, end, back.words, 1) >= back.share) end -= 1
  return all.slice(end - back.words).find(({ times }) => times > 0)?.from ?? 0
}

/** Tells of a text that grows where it began to say again, with small changes, what it had said; null where it does not. */
export type NearRepetition = (text: string) => number | null

const inWord = /[\p{L}\p{N}\p{M}'’]/u

/** The end of a text without its last word, which may still grow. */
const lastWhole = (text: string): number => {
  let end = text.length
  while (end > 0 && inWord.test(text.charAt(end - 1))) end -= 1
  return end
}

/** The lines of prose from a place on, or the rest of one that is read in part; tables and code are left out. */
const proseLines = () => {
  let isCode = false
  return (text: string, read: number, end: number): readonly (readonly [number, string])[] => {
    const lines: (readonly [number, string])[] = []
    let at = text.lastIndexOf('\n', read - 1) + 1
    while (at < end) {
      const found = text.indexOf('\n', at)
      const to = found < 0 ? text.length : found
      const line = text.slice(at, to)
      const fences = fence.test(line)
      if (!isCode && !fences && !tableLine.test(line)) {
        const from = Math.max(at, read)
        lines.push([from, text.slice(from, Math.min(to, end))])
      }
      if (fences && found >= 0 && found < end && found >= read) isCode = !isCode
      at = to + 1
    }
    return lines
  }
}

/** Starts reading a text from its beginning; what was read once is not read again. */
export const nearRepetition = (): NearRepetition => {
  const linesOf = proseLines()
  const counts = new Map<string, number>()
  const all: Said[] = []
  let run: (readonly [string, number])[] = []
  let read = 0
  const hear = (raw: string, at: number, length: number): void => {
    run = [...run, [raw.toLowerCase().replace(/\d+/gu, '0'), at] as const].slice(-length)
    const [first] = run
    if (!first || run.length < length) return
    const said = run.map(([each]) => each).join(' ')
    const times = counts.get(said) ?? 0
    counts.set(said, times + 1)
    // A row of numbers says nothing that could be said again.
    all.push({ from: first[1], times: /\p{L}.* .*\p{L}/u.test(said) ? times : 0 })
  }
  return (text) => {
    const length = isDense(text) ? ideographsAgain : wordsAgain
    const end = Math.max(read, lastWhole(text))
    for (const [from, piece] of linesOf(text, read, end))
      for (const { 0: raw, index } of piece.matchAll(word)) hear(raw, from + index, length)
    read = end
    const isAgain =
      (all.length >= once.words && share(all, all.length, once.words, 1) >= once.share) ||
      (all.length >= twice.words && share(all, all.length, twice.words, 2) >= twice.share)
    return isAgain ? beginOf(all) : null
  }
}
