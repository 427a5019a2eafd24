import { contentOf } from './text/stems.ts'

/** The words of a text that count, in whatever form they stand. */
export const matterOf = (text: string): ReadonlySet<string> => {
  const { stems, pieces } = contentOf(text)
  return new Set([...stems, ...pieces])
}

/** How many words two matters share. */
export const sharedMatter = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length

/** Two names are of one matter when at least half of the words that count stand in both. */
export const sameMatter = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const shared = sharedMatter(a, b)
  return shared > 0 && shared * 2 >= a.size + b.size - shared
}
