import { countWords } from './text/words.ts'

/** Words a plan entry may have: more of them are a draft, not a plan. */
export const longestEntry = 25

/** Words from which on what stands before a comma is whole enough to be an entry. */
const leastClause = 15

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** The words of an entry; two letters of a script without spaces count as one word, as its words have two on average. */
export const entryWords = (entry: string): number =>
  countWords(entry) - Math.floor((entry.match(ideographs)?.length ?? 0) / 2)

const ends = {
  sentence: /[.!?;](?=\s)|[。！？；]/gu,
  clause: /,(?=\s)|[，、：]|:(?=\s)|\s[–—-](?=\s)/gu,
} as const

const heads = (entry: string, end: RegExp): readonly string[] =>
  [...entry.matchAll(end)].map(({ index, 0: mark }) =>
    entry.slice(0, index + (end === ends.sentence ? mark.length : 0)).trim(),
  )

const stopped = (entry: string): string => {
  if (/[.!?。！？]$/u.test(entry)) return entry
  return `${entry.replace(/[\s,;:，；：、–—-]+$/u, '')}${/\p{Script=Han}$/u.test(entry) ? '。' : '.'}`
}

/**
 * The entry cut to its length where it can be cut without harm: after its last sentence that is in time, else at a comma
 * late in it. As it is where it is short enough, or cannot be cut.
 */
export const cutEntry = (entry: string): string => {
  if (entryWords(entry) <= longestEntry) return entry
  const whole = heads(entry, ends.sentence).findLast((head) => entryWords(head) <= longestEntry)
  if (whole !== undefined) return stopped(whole)
  const clause = heads(entry, ends.clause).findLast((head) => entryWords(head) <= longestEntry)
  return clause !== undefined && entryWords(clause) >= leastClause ? stopped(clause) : entry
}

/** The entry cut to its length, come what may: where nothing else helps after the last word that is in time. */
export const clippedEntry = (entry: string): string => {
  const cut = cutEntry(entry)
  if (entryWords(cut) <= longestEntry) return cut
  const pieces = cut.match(/\S+\s*/gu) ?? []
  const byWord = pieces.length > 1 ? pieces : Array.from(cut)
  let kept = ''
  for (const piece of byWord) {
    if (entryWords(kept + piece) > longestEntry) break
    kept += piece
  }
  return stopped(
    kept.trim() ||
      Array.from(cut)
        .slice(0, 2 * longestEntry)
        .join(''),
  )
}
