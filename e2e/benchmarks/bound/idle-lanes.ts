import type { GraphCall } from './call-graph.ts'

/** Lane-time in ms: what there was work for, and how much of that no lane did. */
export type LaneTime = { readonly usable: number; readonly idle: number }

type Mark = { readonly at: number; readonly ready: number; readonly inHand: number }

/** When a call could have begun: all that it needs was said, and whoever warmed its beginning had said its first word. */
const readyAt = (
  calls: readonly GraphCall[],
  { from, needs, warmedBy }: GraphCall,
  start: number,
): number => {
  const said = needs.map(({ of, after }) => (calls[of]?.from ?? start) + after)
  const warm = warmedBy === null ? start : (calls[warmedBy]?.first ?? start)
  return Math.min(from, Math.max(start, warm, ...said))
}

/**
 * How much of the time of `lanes` was wasted: at each moment as many lanes are usable as calls are in hand or ready, at
 * most all; idle are those of them that have no call in hand.
 */
export const idleLanes = (calls: readonly GraphCall[], lanes: number): LaneTime => {
  const start = Math.min(...calls.map(({ from }) => from))
  const marks = calls
    .flatMap((call): readonly Mark[] => [
      { at: readyAt(calls, call, start), ready: 1, inHand: 0 },
      { at: call.from, ready: -1, inHand: 1 },
      { at: call.to, ready: 0, inHand: -1 },
    ])
    .toSorted((a, b) => a.at - b.at)
  let [usable, idle, ready, inHand, last] = [0, 0, 0, 0, start]
  for (const mark of marks) {
    const used = Math.min(lanes, inHand + ready)
    usable += used * (mark.at - last)
    idle += (used - Math.min(inHand, used)) * (mark.at - last)
    ready += mark.ready
    inHand += mark.inHand
    last = mark.at
  }
  return { usable, idle }
}
