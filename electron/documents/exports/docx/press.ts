import type { Composition } from '../compose.ts'
import { noteNumbers } from '../note-numbers.ts'

/** One DOCX being made: what it is made from, and what must be counted through the whole document. */
export type Press = {
  readonly composition: Composition
  /** Twips between the margins. */
  readonly textWidth: number
  /** The number of each note by identifier, in the order in which the text first refers to them. */
  readonly numbers: ReadonlyMap<string, number>
  /** The number a note goes by; `first` where this reference is the one that carries it. */
  readonly callNote: (identifier: string) => { readonly number: number; readonly first: boolean }
  /** Begins a list: the numbering it follows and a number of its own, so that it counts from its start. */
  readonly beginList: (start: number | null) => { readonly reference: string; readonly instance: number }
  /** The first numbers of all ordered lists begun so far. */
  readonly starts: () => readonly number[]
}

/** The name of the numbering for bullets (null) or for numbers from `start` on. */
export const numberingName = (start: number | null): string =>
  start === null ? 'bullets' : `numbers-from-${String(start)}`

/** A fresh press for one document. */
export const openPress = (composition: Composition, textWidth: number): Press => {
  const numbers = noteNumbers(composition)
  const called = new Set<string>()
  const starts = new Set<number>()
  let lists = 0
  return {
    composition,
    textWidth,
    numbers,
    callNote: (identifier) => {
      const first = !called.has(identifier)
      called.add(identifier)
      return { number: numbers.get(identifier) ?? 0, first }
    },
    beginList: (start) => {
      if (start !== null) starts.add(start)
      lists += 1
      return { reference: numberingName(start), instance: lists }
    },
    starts: () => [...starts],
  }
}
