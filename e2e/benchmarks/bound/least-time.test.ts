import { describe, expect, test } from 'vitest'
import type { GraphCall } from './call-graph.ts'
import { idleLanes } from './idle-lanes.ts'
import { leastTime } from './least-time.ts'

/** A call from one moment to another, after others: the number of one, or of one and how much of it. */
const call = (from: number, to: number, ...needs: readonly (number | readonly [number, number])[]) => ({
  from,
  to,
  needs,
})

const graph = (...calls: readonly ReturnType<typeof call>[]): readonly GraphCall[] =>
  calls.map(({ from, to, needs }, n) => ({
    n,
    from,
    first: from,
    to,
    prompt: '',
    reply: '',
    warmedBy: null,
    needs: needs.map((need) => {
      if (typeof need !== 'number') return { of: need[0], after: need[1] }
      const before = calls[need]
      return { of: need, after: before ? before.to - before.from : 0 }
    }),
  }))

describe('no schedule takes less than', () => {
  test.each<readonly [string, readonly GraphCall[], number, ReturnType<typeof leastTime>]>([
    [
      'the work, shared by all lanes',
      graph(call(0, 30), call(0, 30), call(0, 30), call(0, 30)),
      2,
      { work: 120, chain: 30, inLanes: 60, bound: 60 },
    ],
    [
      'the longest chain',
      graph(call(0, 10), call(10, 40, 0), call(40, 60, 1), call(0, 5)),
      4,
      // In lanes, the first call alone: 0 + 10 / 4 + 50.
      { work: 65, chain: 60, inLanes: 52.5, bound: 60 },
    ],
    [
      'a beginning that only one lane can work at, and then the work',
      graph(call(0, 100), ...Array.from({ length: 4 }, () => call(100, 150, 0))),
      2,
      { work: 300, chain: 150, inLanes: 200, bound: 200 },
    ],
    [
      'the work, and then an end that only one lane can work at',
      graph(...Array.from({ length: 4 }, () => call(0, 50)), call(50, 150, 0, 1, 2, 3)),
      2,
      { work: 300, chain: 150, inLanes: 200, bound: 200 },
    ],
    [
      'a part of a call, where the next needs no more',
      graph(call(0, 100), call(40, 140, [0, 40])),
      2,
      { work: 200, chain: 140, inLanes: 100, bound: 140 },
    ],
  ])('%s', (_, calls, lanes, expected) => {
    expect(leastTime(calls, lanes)).toEqual(expected)
  })
})

describe('lanes are idle', () => {
  test.each<readonly [string, readonly GraphCall[], number, ReturnType<typeof idleLanes>]>([
    ['not while nothing is ready', graph(call(0, 50), call(50, 100, 0)), 2, { usable: 100, idle: 0 }],
    [
      'while a call is ready and not in hand',
      graph(call(0, 50), call(60, 100, 0)),
      2,
      { usable: 100, idle: 10 },
    ],
    [
      'not by calls that are ready while all lanes are busy',
      graph(call(0, 50), call(50, 100)),
      1,
      { usable: 100, idle: 0 },
    ],
    ['one of two', graph(call(0, 50), call(20, 50)), 2, { usable: 100, idle: 20 }],
  ])('%s', (_, calls, lanes, expected) => {
    expect(idleLanes(calls, lanes)).toEqual(expected)
  })

  test('not while a call waits for the first word of the one that warms its beginning', () => {
    const [first, second] = graph(call(0, 50), call(20, 60))
    if (!first || !second) throw new Error('no calls')
    const calls = [
      { ...first, first: 15 },
      { ...second, warmedBy: 0 },
    ]
    expect(idleLanes(calls, 2)).toEqual({ usable: 95, idle: 5 })
  })
})
