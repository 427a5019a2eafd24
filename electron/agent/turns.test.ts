import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('four callers a turn, in the order of asking', async () => {
  const turn = createTurns(() => new Promise((done) => setImmediate(done)))
  let turns = 0
  const count = (): void => {
    turns += 1
    setImmediate(count)
  }
  setImmediate(count)
  const seen: string[] = []
  await Promise.all(
    ['a', 'b', 'c', 'd', 'e', 'f'].map(async (name) => {
      await turn()
      seen.push(`${name}${turns}`)
    }),
  )
  expect(seen).toEqual(['a1', 'b1', 'c1', 'd1', 'e2', 'f2'])
})
