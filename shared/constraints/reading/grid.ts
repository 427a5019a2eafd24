import { singular, unitNoun } from './nouns.ts'
import type { Sentence } from './sentences.ts'
import { kindIn, valueIn, wordIn, type Token } from './tokens.ts'

/** The size of a grid, and what its cells are called where the text says so. */
export type Grid = { readonly width: number; readonly height: number; readonly noun: string | null }

const times = /^(?:x|×|\*|by)$/u
const gridWords = new Set('grid block cell tile square plot board map matrix field'.split(' '))

/** Cells that a grid may have. */
const most = 1_000_000

const numberAt = (tokens: readonly Token[], at: number): number | undefined =>
  kindIn(tokens, at) === 'number' ? valueIn(tokens, at) : undefined

/** "10x10 block grid", "5 by 4 grid of tiles". */
const timesAt = (tokens: readonly Token[], at: number): Grid | null => {
  const [width, height] = [numberAt(tokens, at), numberAt(tokens, at + 2)]
  if (!width || !height || !times.test(wordIn(tokens, at + 1))) return null
  const behind = tokens.slice(at + 3, at + 8).filter(({ word }) => word !== '-')
  if (!behind.slice(0, 2).some(({ word }) => gridWords.has(singular(word)))) return null
  const nouns = behind.map(({ word }) => unitNoun(word) ?? '')
  return { width, height, noun: nouns.find((noun) => gridWords.has(noun)) ?? null }
}

/** "6 columns and 4 rows", "4 rows of 6 columns". */
const columnsAt = (tokens: readonly Token[], at: number): Grid | null => {
  const [first, second] = [numberAt(tokens, at), numberAt(tokens, at + 3)]
  if (!first || !second || !/^(?:and|of|by)$/u.test(wordIn(tokens, at + 2))) return null
  const names = [wordIn(tokens, at + 1), wordIn(tokens, at + 4)]
  if (names.join() === 'columns,rows') return { width: first, height: second, noun: null }
  return names.join() === 'rows,columns' ? { width: second, height: first, noun: null } : null
}

/** The grid that a text lays its work out on, or null. */
export const gridIn = (sentences: readonly Sentence[]): Grid | null => {
  for (const { tokens } of sentences) {
    for (let at = 0; at < tokens.length; at += 1) {
      const grid = timesAt(tokens, at) ?? columnsAt(tokens, at)
      if (grid && grid.width * grid.height <= most) return grid
    }
  }
  return null
}

/** "Block 1 (1, 1)": what the coordinates begin with, 0 unless the text shows otherwise. */
export const originIn = (text: string): number =>
  /\b1 ?[(（] ?(?<x>[01]) ?[,，] ?\k<x> ?[)）]/u.exec(text)?.groups?.['x'] === '1' ? 1 : 0
