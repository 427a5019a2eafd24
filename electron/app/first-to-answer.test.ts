import { expect, test } from 'vitest'
import type { Embed } from '../providers/provider.ts'
import { firstToAnswer } from './first-to-answer.ts'

const vectors = [Float32Array.of(1)]

test('the one that answered last is asked, and the others where it does not', async () => {
  const asked: string[] = []
  let down = 'a'
  const server =
    (name: string): Embed =>
    () => {
      asked.push(name)
      return name === down ? Promise.reject(new Error(name)) : Promise.resolve(vectors)
    }
  const embed = firstToAnswer(['a', 'b', 'c'].map(server))
  const { signal } = new AbortController()
  const made = [await embed(['x'], signal), await embed(['x'], signal)]
  down = 'b'
  made.push(await embed(['x'], signal))
  expect([made, asked]).toEqual([
    [vectors, vectors, vectors],
    ['a', 'b', 'b', 'b', 'c'],
  ])
})

test.each([
  ['where none answers the last says why', false, ['a', 'b'], 'b'],
  ['after a stop no other is asked', true, ['a'], 'a'],
])('%s', async (_, isStopped, expected, why) => {
  const asked: string[] = []
  const over = new AbortController()
  const server =
    (name: string): Embed =>
    () => {
      asked.push(name)
      if (isStopped) over.abort()
      return Promise.reject(new Error(name))
    }
  await expect(firstToAnswer([server('a'), server('b')])(['x'], over.signal)).rejects.toThrow(why)
  expect(asked).toEqual(expected)
})
