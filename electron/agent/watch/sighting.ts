import type { Fault } from '../../../shared/records.ts'

/** What a watch sees in a text: what is wrong, and up to where (UTF-16 units) the text is good. */
export type Sighting = { readonly fault: Fault; readonly at: number }

/** The sighting that leaves the least of a text; null where there is none. */
export const earliest = (sightings: readonly (Sighting | null)[]): Sighting | null =>
  sightings.reduce((first, next) => (next && (!first || next.at < first.at) ? next : first), null)
