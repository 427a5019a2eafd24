import { describe, expect, test } from 'vitest'
import { callGraph } from './call-graph.ts'
import type { LoggedCall } from './logged-call.ts'
import { marksOf } from './marks.ts'

type Said = readonly [from: number, to: number, prompt: string, reply: string]

const log = (...said: readonly Said[]): readonly LoggedCall[] =>
  said.map(([from, to, prompt, reply], i) => ({ n: i + 1, from, first: from + 10, to, prompt, reply }))

/** What each call waited for: `0` a whole call, `0+50` its first 50 ms. */
const needs = (...said: readonly Said[]): readonly string[] => {
  const calls = callGraph(log(...said))
  return calls.map((call) =>
    call.needs
      .map(({ of, after }) => {
        const { from = 0, to = 0 } = calls[of] ?? {}
        return after === to - from ? String(of) : `${of}+${after}`
      })
      .join(' '),
  )
}

const plan = JSON.stringify([{ title: 'Week 1: the flood' }, { title: 'Week 2: the mud' }])
const flood = 'The water stood in the kitchen. Nobody had seen it come.'
const mud = 'The mud was still there a week later. It smelt of the river.'
const bad = JSON.stringify([{ verdict: 'broken', advice: 'Say who cleaned the kitchen.' }])
const good = JSON.stringify([{ verdict: 'kept' }])
const better = `${flood} In the end the neighbours swept it out.`
const summary = JSON.stringify({ summary: 'A flood came overnight.' })

describe('a call waits for', () => {
  test.each<readonly [string, readonly Said[], readonly string[]]>([
    [
      'the plan it quotes',
      [
        [0, 100, 'Plan.', plan],
        [110, 200, 'Write Week 1: the flood.', flood],
      ],
      ['', '0'],
    ],
    [
      'as much of a plan as it quotes while that is still coming',
      [
        [0, 110, 'Plan.', JSON.stringify(['Week 1: ab', 'Week 2: cd'])],
        [90, 200, 'Write Week 1: ab.', flood],
      ],
      // 12 of 27 letters, said between 10 and 110.
      ['', `0+${10 + (100 * 12) / 27}`],
    ],
    [
      'all planning before it, whatever it quotes',
      [
        [0, 50, 'Understand.', '[]'],
        [60, 100, 'Plan.', plan],
        [110, 200, 'Write Week 2: the mud.', mud],
      ],
      ['', '0', '1'],
    ],
    [
      'all that was done about its text before',
      [
        [0, 10, 'Write one.', flood],
        [20, 30, `Review: ${flood}`, bad],
        [40, 50, `Mend: ${flood}`, better],
        [60, 70, `Review: ${better}`, good],
        [80, 90, `Remember: ${better}`, summary],
      ],
      ['', '0', '0 1', '0 2 1', '0 2 1 3'],
    ],
    [
      'nothing about another text',
      [
        [0, 10, 'Write one.', flood],
        [0, 10, 'Write two.', mud],
        [20, 30, `Review: ${mud}`, good],
        [40, 50, `Review: ${flood}`, good],
      ],
      ['', '', '1', '0'],
    ],
    [
      'all about each of several texts, but not for what is about several',
      [
        [0, 10, 'Write one.', flood],
        [0, 10, 'Write two.', mud],
        [20, 30, `Review: ${flood}`, good],
        [40, 50, `Joins: ${flood} ${mud}`, good],
        [60, 70, `Remember: ${mud}`, summary],
      ],
      ['', '', '0', '0 1 2', '1'],
    ],
    [
      'all texts, where it is about none of them in particular',
      [
        [0, 10, 'Write one.', flood],
        [0, 10, 'Write two.', mud],
        [20, 30, `Joins: ${flood} ${mud}`, good],
        [40, 50, 'Do these tell the same thing? the water', good],
      ],
      ['', '', '0 1', '0 1'],
    ],
    [
      'no text, where it goes on with the plan',
      [
        [0, 10, 'Plan.', '["Week 1: the flood"]'],
        [20, 30, 'Write Week 1: the flood.', flood],
        [40, 50, 'Plan on. Week 1: the flood', '["Week 2: the mud"]'],
        [60, 70, 'Write Week 2: the mud.', mud],
      ],
      ['', '0', '0', '2'],
    ],
    [
      'the memory of what it comes after',
      [
        [0, 10, 'Write one.', flood],
        [20, 30, `Remember: ${flood}`, summary],
        [40, 50, 'Write two. Before it: A flood came overnight.', mud],
      ],
      ['', '0', '1'],
    ],
  ])('%s', (_, said, expected) => {
    expect(needs(...said)).toEqual(expected)
  })
})

test('what a call was told itself, and what several said, tells of nobody', () => {
  const said = log(
    [0, 1, 'The brief says: the old mill.', '["the old mill", "the new mill", "the weir"]'],
    [2, 3, 'Plan.', '["the weir", "short"]'],
  )
  expect(marksOf(said)).toEqual([['the new mill'], []])
})

test('a call is warmed by the first that began with all of its beginning that is kept', () => {
  const brief = 'b'.repeat(5_000)
  const calls = callGraph(
    log(
      [0, 100, `${brief}1 in a hundred`, flood],
      [0, 100, `${brief}21`, mud],
      [10, 100, `${brief}22`, good],
      [20, 100, 'Something else.', bad],
    ),
  )
  expect(calls.map(({ warmedBy }) => warmedBy)).toEqual([null, 0, 0, null])
})
