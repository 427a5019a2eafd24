import type { Calendar, Interval } from './calendar.ts'

/**
 * What places of a brief are read against. `noun` names the units in the singular, `nouns` are all the words that mean
 * them; `parts` are larger parts that stretch over units (Part II: chapters 9 to 16); `origin` is the number that the
 * coordinates of a grid begin with.
 */
export type Scope = {
  readonly noun: string | null
  readonly nouns: ReadonlySet<string>
  readonly count?: number
  readonly calendar: Calendar | null
  readonly grid: { readonly width: number; readonly height: number } | null
  readonly origin: number
  readonly parts: ReadonlyMap<string, ReadonlyMap<number, Interval>>
}
