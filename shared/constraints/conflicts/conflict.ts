import type { Constraint } from '../../records.ts'

/**
 * Two requirements that cannot both hold (`conflict`), or that had better not meet (`warning`). `quotes` are the writer's
 * own words, one for each side; `ways` are what would settle it, each a sentence.
 */
export type Conflict = {
  readonly level: 'conflict' | 'warning'
  readonly sentence: string
  readonly quotes: readonly string[]
  readonly ways: readonly string[]
  readonly constraints: readonly Constraint['id'][]
}
