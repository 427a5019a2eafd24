import type { Units } from '../../records.ts'
import type { Demand } from '../demand.ts'
import type { Placement } from '../placement.ts'

/** A stretch of a text, in UTF-16 units: `text.slice(from, to)`. */
export type Stretch = { readonly from: number; readonly to: number }

/**
 * One requirement as it was read from plain words. `what` says it in short, without where; `at` is the clause it was read
 * from, whose text is `quote`. `placed` is false for what was understood only in part: it is then a `rule` on the
 * document, and the writer is asked where it belongs. `only` is set where the text says that nothing else may stand
 * there (only, exclusively).
 */
export type ReadRequirement = {
  readonly what: string
  readonly demand: Demand
  readonly placement: Placement
  readonly quote: string
  readonly at: Stretch
  readonly placed: boolean
  readonly only?: boolean
}

/** What the plain words of a brief ask for. `units` is null where they name none; `words` are those of the whole. */
export type Reading = {
  readonly units: Units | null
  readonly words: { readonly min?: number; readonly max?: number } | null
  readonly requirements: readonly ReadRequirement[]
}
