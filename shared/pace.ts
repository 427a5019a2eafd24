import { verbs, type Verb } from './model.ts'
import type { Call } from './records.ts'

/** What some calls cost in all: tokens, and the milliseconds they took one by one. */
export type Figures = {
  readonly calls: number
  readonly input: number
  readonly cached: number
  readonly output: number
  readonly ms: number
}

/** What calls cost by verb. */
export type Pace = Partial<Readonly<Record<Verb, Figures>>>

const none: Figures = { calls: 0, input: 0, cached: 0, output: 0, ms: 0 }

const sum = (a: Figures, b: Figures): Figures => ({
  calls: a.calls + b.calls,
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
  ms: a.ms + b.ms,
})

const ofCall = ({ usage, startedAt, endedAt }: Call): Figures =>
  usage && endedAt !== undefined ? { calls: 1, ...usage, ms: Math.max(0, endedAt - startedAt) } : none

/** What calls that were answered have cost, failed attempts included. */
export const paceOf = (calls: Iterable<Call>): Pace =>
  Object.fromEntries(
    [...Map.groupBy(calls, ({ verb }) => verb)].map(([verb, all]) => [
      verb,
      all.map(ofCall).reduce(sum, none),
    ]),
  )

/** Two paces as one. */
export const addPaces = (a: Pace, b: Pace): Pace =>
  Object.fromEntries(
    verbs.flatMap((verb) => (a[verb] || b[verb] ? [[verb, sum(a[verb] ?? none, b[verb] ?? none)]] : [])),
  )

/** A pace that counts half, so that what a model did long ago weighs less. */
export const halved = (pace: Pace): Pace =>
  Object.fromEntries(
    Object.entries(pace).map(([verb, { calls, input, cached, output, ms }]) => [
      verb,
      { calls: calls / 2, input: input / 2, cached: cached / 2, output: output / 2, ms: ms / 2 },
    ]),
  )
