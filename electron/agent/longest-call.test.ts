import { expect, test } from 'vitest'
import { call } from '../../shared/test-kit.ts'
import { longestCall } from './longest-call.ts'

const minute = 60_000

/** `n` answers of a model, each of 100 tokens at so many ms a token. */
const answers = (n: number, ms: number) =>
  Array.from({ length: n }, (_, i) =>
    call(i + 1, {
      model: 'slow',
      status: 'ended',
      usage: { input: 1, cached: 0, output: 100 },
      startedAt: 0,
      endedAt: 100 * ms,
    }),
  )

test.each([
  ['a short reply has ten minutes', [], 900, 10],
  ['nobody knows its pace: three times ten tokens a second', [], 4_000, 20],
  ['two answers are too few to know it', answers(2, 1_000), 4_000, 20],
  ['three times its own pace', answers(3, 300), 4_000, 60],
  ['a fast one has ten minutes', answers(3, 5), 4_000, 10],
  ['two hours are the most', answers(3, 60_000), 4_000, 120],
  [
    'another model’s pace is not its own',
    answers(3, 300).map((each) => ({ ...each, model: 'b' })),
    4_000,
    20,
  ],
  ['a clock set back', answers(3, -300), 4_000, 10],
])('%s', (_, calls, maxOutput, minutes) => {
  expect(longestCall(calls, 'slow', maxOutput)).toBe(minutes * minute)
})
