import type { Draft } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { countWords } from '../text/words.ts'

const hashes = new WeakMap<Draft, string>()
const counts = new WeakMap<Draft, number>()

const kept = <Value>(by: WeakMap<Draft, Value>, draft: Draft, make: (text: string) => Value): Value => {
  const known = by.get(draft)
  if (known !== undefined) return known
  const value = make(draft.text)
  by.set(draft, value)
  return value
}

/** The hash of a draft's text, worked out once a draft. */
export const textHash = (draft: Draft): string => kept(hashes, draft, hashOf)

/** The words of a draft, counted once a draft. */
export const draftWords = (draft: Draft): number => kept(counts, draft, countWords)
