import type { Rhythm } from './rhythm.ts'
import type { Run, Runs } from './runs.ts'

/**
 * One phrase of place in a sentence: the tokens from `start` to before `end`, prepositions included. `from` and `until`
 * hold a first and a last unit, `until` with the word that set it; null is a place whose number is not known.
 */
export type Phrase = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'at'
      readonly runs: readonly Run[] | null
      readonly listed: boolean
      readonly cells?: Runs['cells']
    }
  | { readonly kind: 'returns'; readonly rhythm: Rhythm; readonly adverb: boolean }
  | { readonly kind: 'from'; readonly at: number | null; readonly cell?: readonly [number, number] }
  | { readonly kind: 'until'; readonly at: number | null; readonly word: 'until' | 'before' | 'by' }
  | { readonly kind: 'except'; readonly runs: readonly Run[] | null }
  | { readonly kind: 'along'; readonly axis: 'row' | 'column' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'unknown' }
)
