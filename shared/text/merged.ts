import { sentences } from './sentences.ts'

/** Pieces `from` to `to` of a text that gave way to others. */
type Hunk = { readonly from: number; readonly to: number; readonly fresh: readonly string[] }

/** Cells of the table in which two texts are compared, beyond which nothing is merged: about a thousand sentences each. */
const mostCells = 4_000_000

const isBlank = (pieces: readonly string[]): boolean => pieces.every((piece) => piece.trim() === '')

/** A text in its sentences and the white space between them; together they are the text, unit by unit. */
const piecesOf = (text: string): readonly string[] => {
  const cuts = [0, ...sentences(text).flatMap(({ from, to }) => [from, to]), text.length]
  return cuts.slice(1).flatMap((end, i) => text.slice(cuts[i], end) || [])
}

const sameAtBegin = (a: readonly string[], b: readonly string[]): number => {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

/** How many pieces two lists have in common from each pair of places on, in order. White space alone counts for little. */
const commonFrom = (a: readonly string[], b: readonly string[]): readonly Uint32Array[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]]
    const weight = (a[i] ?? '').trim() === '' ? 1 : 1_000
    for (let j = b.length - 1; row && below && j >= 0; j -= 1) {
      const skipped = Math.max(below[j] ?? 0, row[j + 1] ?? 0)
      row[j] = a[i] === b[j] ? Math.max(skipped, (below[j + 1] ?? 0) + weight) : skipped
    }
  }
  return table
}

/** Where two lists of pieces differ, in order; differences with nothing but white space between them are one. */
const hunksOf = (all: readonly string[], others: readonly string[]): readonly Hunk[] | null => {
  const begin = sameAtBegin(all, others)
  const end = sameAtBegin(all.slice(begin).toReversed(), others.slice(begin).toReversed())
  const [a, b] = [all.slice(begin, all.length - end), others.slice(begin, others.length - end)]
  if (a.length * b.length > mostCells) return null
  const table = commonFrom(a, b)
  const hunks: Hunk[] = []
  const add = (hunk: Hunk): void => {
    const last = hunks.at(-1)
    const between = last ? all.slice(last.to, hunk.from) : ['.']
    if (last && isBlank(between)) {
      hunks.pop()
      hunks.push({ from: last.from, to: hunk.to, fresh: [...last.fresh, ...between, ...hunk.fresh] })
    } else hunks.push(hunk)
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const here = table[i]?.[j] ?? 0
    if (i < a.length && here === (table[i + 1]?.[j] ?? -1)) {
      add({ from: begin + i, to: begin + i + 1, fresh: [] })
      i += 1
    } else if (j < b.length && here === (table[i]?.[j + 1] ?? -1)) {
      add({ from: begin + i, to: begin + i, fresh: [b[j] ?? ''] })
      j += 1
    } else [i, j] = [i + 1, j + 1]
  }
  return hunks
}

/** Whether two changes of one text cannot both be made. */
const meet = (a: Hunk, b: Hunk): boolean => a.from < b.to && b.from < a.to

const isSame = (a: Hunk, b: Hunk): boolean =>
  a.from === b.from && a.to === b.to && a.fresh.join('') === b.fresh.join('')

/** Those changes that leave alone what the others changed. Where one cannot be made, none is that only takes out. */
const fitting = (theirs: readonly Hunk[], own: readonly Hunk[]): readonly Hunk[] => {
  const asked = theirs.filter((hunk) => !own.some((each) => isSame(hunk, each)))
  const fits = asked.filter((hunk) => !own.some((each) => meet(hunk, each)))
  // What is taken out here may be what a change that cannot be made says elsewhere.
  return fits.length === asked.length ? fits : fits.filter(({ fresh }) => !isBlank(fresh))
}

const made = (pieces: readonly string[], hunks: readonly Hunk[]): string => {
  let at = 0
  const parts: string[] = []
  for (const { from, to, fresh } of hunks) {
    parts.push(...pieces.slice(at, from), ...fresh)
    at = to
  }
  return [...parts, ...pieces.slice(at)].join('')
}

/**
 * A text that was changed on two sides: all that `now` made of `base` stays, unit by unit, and with it goes what `fresh`
 * made of it in other sentences. Null where nothing of that can be made.
 */
export const merged = (base: string, fresh: string, now: string): string | null => {
  if (now === base) return fresh
  const pieces = piecesOf(base)
  const own = hunksOf(pieces, piecesOf(now))
  const theirs = hunksOf(pieces, piecesOf(fresh))
  if (!own || !theirs) return null
  const fits = fitting(theirs, own)
  const isMade = theirs.every((hunk) => own.some((each) => isSame(hunk, each)))
  if (fits.length === 0) return isMade ? now : null
  // Where both add at one place, what stands comes first.
  const all = [...own, ...fits].toSorted((a, b) => a.from - b.from || a.to - b.to)
  return made(pieces, all)
}
