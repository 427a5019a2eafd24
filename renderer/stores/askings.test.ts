import { expect, test } from 'vitest'
import { createAskings } from './askings.ts'

test('an answer counts for what was not asked about again since', () => {
  const askings = createAskings()
  const first = askings.begin('a', 'b')
  const counted = (isNewest: (one: string) => boolean) => ['a', 'b', 'c'].filter(isNewest)
  expect(counted(first)).toEqual(['a', 'b'])
  const second = askings.begin('b', 'c')
  expect([first, second].map(counted)).toEqual([['a'], ['b', 'c']])
  const third = askings.begin('a', 'b', 'c')
  expect([first, second, third].map(counted)).toEqual([[], [], ['a', 'b', 'c']])
})
