import { diffArrays, wordsWithSpaceDiff } from 'diff'

/** A paragraph with the blank lines before it. */
export type Paragraph = { readonly gap: string; readonly text: string }

/** A paragraph of one text beside the one of another that has its place; null where the other has none. */
export type Aligned = { readonly from: Paragraph | null; readonly to: Paragraph | null }

/** A text as its paragraphs; put one behind the other they are the text again. */
export const paragraphsOf = (text: string): readonly Paragraph[] => {
  const parts = text.split(/(\n{2,})/u)
  const all = parts.flatMap((part, i): readonly Paragraph[] =>
    i % 2 === 0 ? [{ gap: parts[i - 1] ?? '', text: part }] : [],
  )
  return all.filter(({ gap, text: own }) => gap !== '' || own !== '')
}

/** The words of a text as a comparison counts them. */
export const wordsOf = (text: string): readonly string[] =>
  wordsWithSpaceDiff.tokenize(text).filter((token) => /[\p{L}\p{N}]/u.test(token))

/** The share of their words that two paragraphs may differ in and still be versions of one another. */
export const mayDiffer = 0.4

type Counts = { readonly all: number; readonly each: ReadonlyMap<string, number> }

const countsOf = ({ text }: Paragraph): Counts => {
  const words = wordsOf(text)
  const each = new Map<string, number>()
  for (const word of words) each.set(word, (each.get(word) ?? 0) + 1)
  return { all: words.length, each }
}

/** How much of the longer paragraph's words both have, wherever they stand: 0 to 1. */
const likeness = (a: Counts, b: Counts): number => {
  let common = 0
  for (const [word, count] of a.each) common += Math.min(count, b.each.get(word) ?? 0)
  return common / Math.max(1, a.all, b.all)
}

type Pair = readonly [from: number, to: number]

/** Above so many pairs paragraphs are matched by their order alone. */
const mostPairs = 10_000

/** The pairs of like paragraphs, in order, that are most alike in sum. */
const likePairs = (from: readonly Paragraph[], to: readonly Paragraph[]): readonly Pair[] => {
  if (from.length * to.length > mostPairs) return []
  const [as, bs] = [from.map(countsOf), to.map(countsOf)]
  const alike = as.map((a) => bs.map((b) => likeness(a, b)))
  const like = (i: number, j: number): number => {
    const found = alike[i]?.[j] ?? 0
    return found >= 1 - mayDiffer ? found : 0
  }
  const best = Array.from({ length: from.length + 1 }, () => Array.from({ length: to.length + 1 }, () => 0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const here = like(i, j) > 0 ? like(i, j) + at(i + 1, j + 1) : 0
      best[i]?.splice(j, 1, Math.max(here, at(i + 1, j), at(i, j + 1)))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < from.length && j < to.length;) {
    if (like(i, j) > 0 && at(i, j) === like(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** What lies between two pairs: the first with the first, and so on; what is left over stands alone. */
const inOrder = (from: readonly Paragraph[], to: readonly Paragraph[]): readonly Aligned[] =>
  Array.from({ length: Math.max(from.length, to.length) }, (_, i) => ({
    from: from[i] ?? null,
    to: to[i] ?? null,
  }))

const alignChanged = (from: readonly Paragraph[], to: readonly Paragraph[]): readonly Aligned[] => {
  const ends: readonly Pair[] = [...likePairs(from, to), [from.length, to.length]]
  return ends.flatMap(([i, j], n) => {
    const [lastI, lastJ] = ends[n - 1] ?? [-1, -1]
    return [
      ...inOrder(from.slice(lastI + 1, i), to.slice(lastJ + 1, j)),
      ...inOrder(from.slice(i, i + 1), to.slice(j, j + 1)),
    ]
  })
}

/** The paragraphs of two texts side by side, those that stayed or were only mended beside each other. */
export const alignParagraphs = (from: readonly Paragraph[], to: readonly Paragraph[]): readonly Aligned[] => {
  const found: Aligned[] = []
  const [old, fresh]: [Paragraph[], Paragraph[]] = [[], []]
  const settle = (): void => {
    found.push(...alignChanged(old.splice(0), fresh.splice(0)))
  }
  let [i, j] = [0, 0]
  for (const { added, removed, count } of diffArrays([...from], [...to], {
    comparator: (a, b) => a.text === b.text,
  })) {
    const [olds, news] = [added ? 0 : count, removed ? 0 : count]
    const [a, b] = [from.slice(i, i + olds), to.slice(j, j + news)]
    if (added || removed) {
      old.push(...a)
      fresh.push(...b)
    } else {
      settle()
      found.push(...inOrder(a, b))
    }
    i += olds
    j += news
  }
  settle()
  return found
}
