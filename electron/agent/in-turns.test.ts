import { expect, test } from 'vitest'
import { atOnce, eachInSteps } from '../../shared/stepwise.ts'
import { inTurns } from './in-turns.ts'

test.each([
  ['never, where it is quick', 1, 0],
  ['after each step that takes a frame', 20, 5],
  ['after as many steps as a frame holds', 8, 2],
])('others have their turn %s', async (_, ms, turns) => {
  let [time, taken] = [0, 0]
  const work = eachInSteps([1, 2, 3, 4, 5], (n) => {
    time += ms
    return n * n
  })
  const turn = () => {
    taken += 1
    return Promise.resolve()
  }
  expect([await inTurns({ turn, now: () => time }, work), taken]).toEqual([[1, 4, 9, 16, 25], turns])
})

test('done at once it comes to the same', () => {
  expect(atOnce(eachInSteps(['a', 'b'], (letter, i) => `${letter}${i}`))).toEqual(['a0', 'b1'])
})
