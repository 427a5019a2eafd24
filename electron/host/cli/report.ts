import type { ProjectState } from '../../../shared/project-state.ts'
import { openOrders } from '../../../shared/questions/orders.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import {
  runStatus,
  spent,
  tally,
  wordsWritten,
  type RunStatus,
  type Tally,
  wordsWanted,
} from '../../../shared/questions/progress.ts'

/** The one object that `--json` prints. `constraints` counts duties. */
export type Report = {
  readonly sections: number
  readonly words: number
  readonly targetWords: number
  readonly constraints: Tally
  /** Work orders that wait for the writer. */
  readonly orders: number
  readonly calls: number
  readonly tokens: { readonly input: number; readonly cached: number; readonly output: number }
  /** US dollars, of calls whose price is known. */
  readonly money: number
  readonly seconds: number
  readonly project: string
  readonly exports: readonly string[]
  readonly status: RunStatus
}

/** The figures of a project; `started` and `now` in ms. */
export const report = (
  state: ProjectState,
  made: {
    readonly started: number
    readonly now: number
    readonly project: string
    readonly exports: readonly string[]
  },
): Report => ({
  sections: leaves(state).length,
  words: wordsWritten(state),
  targetWords: wordsWanted(state),
  constraints: tally(state),
  orders: openOrders(state).length,
  ...spent(state),
  seconds: Math.round((made.now - made.started) / 10) / 100,
  project: made.project,
  exports: made.exports,
  status: runStatus(state),
})

/** An object as one line of JSON that is harmless to a terminal. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (each) => `\\u${each.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  )
