import type { GraphCall } from './call-graph.ts'

/** How the bound is worked out, for whoever reads the figures. */
export const formula = [
  'd: how long a call took at the server. head: the longest chain of calls before it; tail: the longest after it.',
  'lanes: calls at once. No schedule takes less than the larger of',
  '  the longest chain:  max over calls of  head + d + tail',
  '  the work in lanes:  max over r, q of   r + (sum of d over calls with head >= r and tail >= q) / lanes + q',
].join('\n')

/** Why nothing could be faster, in ms. */
export type LeastTime = {
  readonly work: number
  readonly chain: number
  /** The second part of the formula. */
  readonly inLanes: number
  readonly bound: number
}

type Placed = { readonly ms: number; readonly head: number; readonly tail: number }

/** Each call with the longest chains before and after it. What a call needs stands before it in the list. */
const placed = (calls: readonly GraphCall[]): readonly Placed[] => {
  const length = ({ from, to }: GraphCall): number => to - from
  const heads: number[] = []
  for (const { needs } of calls) {
    heads.push(Math.max(0, ...needs.map(({ of, after }) => (heads[of] ?? 0) + after)))
  }
  const tails = calls.map(() => 0)
  for (const [i, call] of [...calls.entries()].toReversed()) {
    for (const { of, after } of call.needs) {
      const before = calls[of]
      if (!before) continue
      const rest = after - length(before) + length(call) + (tails[i] ?? 0)
      tails[of] = Math.max(tails[of] ?? 0, rest)
    }
  }
  return calls.map((call, i) => ({ ms: length(call), head: heads[i] ?? 0, tail: tails[i] ?? 0 }))
}

/** The largest of `tail + work / lanes` over the calls whose tail is at least as long. */
const mostBehind = (calls: readonly Placed[], lanes: number): number => {
  let [work, most] = [0, 0]
  for (const { ms, tail } of calls.toSorted((a, b) => b.tail - a.tail)) {
    work += ms
    most = Math.max(most, work / lanes + tail)
  }
  return most
}

/** The least time, in ms, in which so many lanes can do these calls in any order that their needs allow. */
export const leastTime = (calls: readonly GraphCall[], lanes: number): LeastTime => {
  const all = placed(calls)
  const chain = Math.max(0, ...all.map(({ ms, head, tail }) => head + ms + tail))
  const inLanes = Math.max(
    0,
    ...[...new Set(all.map(({ head }) => head))].map(
      (least) =>
        least +
        mostBehind(
          all.filter(({ head }) => head >= least),
          lanes,
        ),
    ),
  )
  const work = all.reduce((sum, { ms }) => sum + ms, 0)
  return { work, chain, inLanes, bound: Math.max(chain, inLanes) }
}
