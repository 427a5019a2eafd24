import { expect, test } from 'vitest'
import { draft, plan, section, state } from '../../../shared/test-kit.ts'
import { estimate, shareDone, timeLeft } from './progress-made.ts'

const half = state(plan(), section(1), section(2), draft(1, { author: 'writer', at: 2_000 }))

test('sections weigh what they are to have in words', () => {
  const uneven = state(
    plan(),
    section(1, { words: 300 }),
    section(2, { words: 100 }),
    draft(1, { author: 'writer', at: 2_000 }),
  )
  expect([shareDone(half), shareDone(uneven)]).toEqual([0.5, 0.75])
})

test('as much time is left as the same again took, counted from the start of the run', () => {
  const before = state(plan(), section(1), section(2), draft(1, { author: 'writer', at: 500 }))
  expect([timeLeft(half, 11_000), timeLeft(before, 11_000)]).toEqual([10_000, null])
})

test('the estimate counts what is not written yet', () => {
  expect(estimate(half)).toEqual({ sections: 1, tokens: 3_400 })
})
