import { blocksOf } from '../../shared/text/blocks.ts'
import { sentences } from '../../shared/text/sentences.ts'

/** A place where a revision differs: these pieces of the text that stands gave way to those. */
type Change = { readonly from: number; readonly to: number; readonly fresh: readonly string[] }

/** Sentences in a text, and in its revision, beyond which no parts are looked for. */
const most = 600
/** Changes that are tried one by one. */
const mostChanges = 40

/** The sentences of a text, each with the space behind it; a list, a table or a heading is one piece. */
const piecesOf = (text: string): readonly string[] =>
  `${text.trim()}\n\n`.split(/(?<=\n\n)(?!\n)/u).flatMap((paragraph) => {
    const isProse = blocksOf(paragraph).every(({ kind }) => kind === 'text')
    const begins = isProse ? sentences(paragraph).map(({ from }) => from) : []
    const starts = [0, ...begins.slice(1), paragraph.length]
    return starts.slice(1).flatMap((end, i) => paragraph.slice(starts[i], end) || [])
  })

const fenced = /^ {0,3}(?:```|~~~)/mu

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

const changesOf = (old: readonly string[], fresh: readonly string[]): readonly Change[] => {
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

const withChanges = (old: readonly string[], changes: readonly Change[]): string => {
  let at = 0
  const parts: string[] = []
  for (const { from, to, fresh } of changes) {
    parts.push(...old.slice(at, from), ...fresh)
    at = to
  }
  return [...parts, ...old.slice(at)].join('').trim()
}

/**
 * The text that stands with those changes of a revision, sentence by sentence, that each make it better: as they are,
 * or else with what they would take out left standing. The text itself where none does, or where there is code in it.
 */
export const inPart = (
  text: string,
  revision: string,
  isBetter: (after: string, before: string) => boolean,
): string => {
  if (fenced.test(text) || fenced.test(revision)) return text
  const [old, fresh] = [piecesOf(text), piecesOf(revision)]
  if (old.length > most || fresh.length > most) return text
  let best = text
  const taken: Change[] = []
  for (const change of changesOf(old, fresh).slice(0, mostChanges)) {
    for (const way of [change, { ...change, to: change.from }]) {
      const next = withChanges(old, [...taken, way])
      if (!isBetter(next, best)) continue
      best = next
      taken.push(way)
      break
    }
  }
  return best
}
