import { unitNoun } from './nouns.ts'
import { kindIn, wordIn, type Token } from './tokens.ts'

/** What the rows of a table that is being read stand under: the word above its first column, where that names a unit. */
export type TableHead = { readonly unit: Token | null }

/** Whether a line is one of a Markdown table. */
export const isRow = (tokens: readonly Token[]): boolean => wordIn(tokens, 0) === '|' && tokens.length > 2

const isRule = (tokens: readonly Token[]): boolean => tokens.every(({ word }) => /^[|:—–-]$/u.test(word))

const headOf = (tokens: readonly Token[]): TableHead => {
  const unit = tokens[1]
  const named = unit?.kind === 'word' && unitNoun(unit.word) !== null && wordIn(tokens, 2) === '|'
  return { unit: named ? unit : null }
}

/** The cells of a row as a sentence: "| 3 | The storm |" under "Chapter" says what "Chapter 3: the storm" says. */
const said = (tokens: readonly Token[], { unit }: TableHead): readonly Token[] => {
  const last = tokens.at(-1)?.word === '|' ? tokens.length - 1 : tokens.length
  const cells = tokens.slice(1, last)
  const bar = cells.findIndex(({ word }) => word === '|')
  const words = cells.map((token, i) =>
    token.word === '|' ? { ...token, word: i === bar ? ':' : ',' } : token,
  )
  const [first] = words
  const numbered = kindIn(words, 0) === 'number' || kindIn(words, 0) === 'ordinal'
  if (!unit || !first || !numbered) return words
  return [{ ...unit, from: first.from, to: first.from }, ...words]
}

/** What a line gives: its sentences, and the head that the next line stands under, null outside of a table. */
export type Row = { readonly sentences: readonly (readonly Token[])[]; readonly head: TableHead | null }

/** One line of a table: its sentence, none for its head and its rule; and the head of the next line. */
export const readRow = (tokens: readonly Token[], head: TableHead | null): Row => {
  if (head === null) return { sentences: [], head: headOf(tokens) }
  const words = isRule(tokens) ? [] : said(tokens, head)
  return { sentences: words.length > 0 ? [words] : [], head }
}
