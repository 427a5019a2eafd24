import { blocksOf } from './blocks.ts'
import { sentences } from './sentences.ts'

/** A place where a revision differs: the pieces `from` to `to` of the text that stands gave way to those. */
export type Change = { readonly from: number; readonly to: number; readonly fresh: readonly string[] }

/** The sentences of a text, each with the space behind it; a list, a table or a heading is one piece. */
export const piecesOf = (text: string): readonly string[] =>
  `${text.trim()}\n\n`.split(/(?<=\n\n)(?!\n)/u).flatMap((paragraph) => {
    const isProse = blocksOf(paragraph).every(({ kind }) => kind === 'text')
    const begins = isProse ? sentences(paragraph).map(({ from }) => from) : []
    const starts = [0, ...begins.slice(1), paragraph.length]
    return starts.slice(1).flatMap((end, i) => paragraph.slice(starts[i], end) || [])
  })

/** How many pieces two lists have in common from each pair of places on, in order. */
const commonFrom = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      const below = table[i + 1]
      if (!row || !below) continue
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

/** What a revision changes, piece by piece and in order; white space around a piece does not count. */
export const changesOf = (old: readonly string[], fresh: readonly string[]): readonly Change[] => {
  const [a, b] = [old.map((piece) => piece.trim()), fresh.map((piece) => piece.trim())]
  const table = commonFrom(a, b)
  const changes: Change[] = []
  let [i, j, from, begin] = [0, 0, 0, 0]
  const close = (): void => {
    if (i > from || j > begin) changes.push({ from, to: i, fresh: fresh.slice(begin, j) })
  }
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      close()
      ;[i, j] = [i + 1, j + 1]
      ;[from, begin] = [i, j]
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) i += 1
    else j += 1
  }
  close()
  return changes
}
