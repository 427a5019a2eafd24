/** Words that join what a label names without being a part of it. */
const connecting = new Set(
  'a an and at by featuring for from his her in including its my of on or our the their to use with your'.split(
    ' ',
  ),
)

const tokens = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[‘’ʼ]/gu, "'")
      .replaceAll(/[\\*`]/gu, '')
      .match(/[\p{L}\p{M}\p{N}_]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
  ).map((word) => word.replace(/'s$/u, ''))

/** The words of a text in which labels can be looked for. */
export type Words = ReadonlySet<string>

/** The words of a text, letter case and typography folded, the `'s` of a possessive taken off. */
export const wordsOf = (text: string): Words => new Set(tokens(text))

/** What a label names, one by one: several events of one unit stand in one label, set apart by commas. */
export const mattersOf = (label: string): readonly string[] =>
  label
    .split(', ')
    .map((matter) => matter.trim())
    .filter((matter) => matter !== '')

/** The words of a text that name something; where all of them only join, all. */
export const contentWords = (text: string): readonly string[] => {
  const all = tokens(text)
  const content = all.filter((word) => !connecting.has(word))
  return content.length > 0 ? content : all
}

/**
 * The one rule of grading: a matter is in a text when all its content words are among the words of the text, in any
 * order. Content words are all but those that only join ("featuring", "use", "a", "the", "my"); letter case, kinds of
 * quotes and possessive `'s` make no difference, another form of a word ("attended" for "attend") does.
 */
export const isIn = (matter: string, words: Words): boolean => {
  const wanted = contentWords(matter)
  return wanted.length > 0 && wanted.every((word) => words.has(word))
}
