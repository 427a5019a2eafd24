import type { Draft } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { plainText } from '../text/markdown.ts'
import { countWords } from '../text/words.ts'

const hashes = new WeakMap<Draft, string>()
const counts = new WeakMap<Draft, number>()
const plains = new WeakMap<Draft, string>()

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

/** A draft's text as it is read, without markup; worked out once a draft. */
export const draftPlain = (draft: Draft): string => kept(plains, draft, plainText)
