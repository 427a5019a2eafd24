/** Words that each unit of a task must have. */
export type WordsAsked = { readonly min: number; readonly max?: number }

/** Words of a unit, as the prompt says in figures; null where it does not. */
export const wordsAsked = (prompt: string): WordsAsked | null => {
  const between = /between (?<min>\d+) (?:and|to) (?<max>\d+) words/iu.exec(prompt)?.groups
  if (between) return { min: Number(between['min']), max: Number(between['max']) }
  const least = /(?:at least|minimum of) (?<min>\d+) words/iu.exec(prompt)?.groups
  return least ? { min: Number(least['min']) } : null
}

/** Words between white space that hold a letter or a digit. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
