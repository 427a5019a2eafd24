import type { Fault } from '../../../shared/records.ts'
import { findQuote } from '../../../shared/text/quotes.ts'

/** What a watch sees in a text: what is wrong, and up to where (UTF-16 units) the text is good. */
export type Sighting = { readonly fault: Fault; readonly at: number }

/** Whether words stand in the text that was given, typography forgiven: then they are nobody's fault. */
export const isGiven = (given: string, words: string): boolean =>
  given !== '' && findQuote(given, words) !== null

/** The sighting that leaves the least of a text; null where there is none. */
export const earliest = (sightings: readonly (Sighting | null)[]): Sighting | null =>
  sightings.reduce((first, next) => (next && (!first || next.at < first.at) ? next : first), null)
