import type { Passage, Reference } from './records.ts'

const suffix = (id: string): string => id.slice(id.indexOf(':') + 1)

/** The id of a reference's `n`th passage, from 1: known without looking at the shelf. */
export const passageId = (reference: Reference['id'], n: number): Passage['id'] =>
  `passage:${suffix(reference)}/${n}`

/** The ids of all passages of a reference, in order. */
export const passageIds = ({ id, passages }: Pick<Reference, 'id' | 'passages'>): readonly Passage['id'][] =>
  Array.from({ length: passages }, (_, i) => passageId(id, i + 1))

/** The reference that a passage was cut from. */
export const referenceOf = (passage: Passage['id']): Reference['id'] =>
  `reference:${suffix(passage).replace(/\/\d+$/u, '')}`

/** A passage that a search found; the higher its score the better it fits. Scores of two searches do not compare. */
export type FoundPassage = { readonly passage: Passage; readonly score: number }
