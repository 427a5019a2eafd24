import { findQuote } from './quotes.ts'

/** A place in a text as it was: UTF-16 units, and what stood there. */
export type Place = { readonly from: number; readonly to: number; readonly quote: string }

/** A place, and the text that takes it. */
export type Edit = Place & { readonly text: string }

type Range = { readonly from: number; readonly to: number }

const nearest = (text: string, quote: string, from: number): number => {
  const before = text.lastIndexOf(quote, from)
  const after = text.indexOf(quote, from)
  if (before < 0 || after < 0) return Math.max(before, after)
  return from - before <= after - from ? before : after
}

/**
 * Where a place is in a text that may have changed since: just there; else where the same words stand nearest; else where
 * they stand in other typography; else nowhere. A place without words is nowhere.
 */
export const findPlace = (text: string, { from, to, quote }: Place): Range | null => {
  if (quote.trim() === '') return null
  if (text.slice(from, to) === quote) return { from, to }
  const at = nearest(text, quote, Math.min(from, text.length))
  return at >= 0 ? { from: at, to: at + quote.length } : findQuote(text, quote)
}

/**
 * A text with edits made, each where its place is now; those whose words are gone, and those that would meet one made
 * before, are left out. Null where none can be made. All else stays as it is, unit by unit.
 */
export const edited = (text: string, edits: readonly Edit[]): string | null => {
  const found = edits
    .flatMap((edit) => {
      const place = findPlace(text, edit)
      return place ? [{ ...place, fresh: edit.text }] : []
    })
    .toSorted((a, b) => a.from - b.from)
  let [last, result, made] = [0, '', 0]
  for (const { from, to, fresh } of found) {
    if (from < last) continue
    result += text.slice(last, from) + fresh
    last = to
    made += 1
  }
  return made === 0 ? null : result + text.slice(last)
}
