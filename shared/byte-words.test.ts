import { expect, test } from 'vitest'
import { memory, size } from './byte-words.ts'

test.each([
  [0, '0 kB'],
  [850_000, '850 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [491_400_032, '491 MB'],
  [999_500_000, '1.0 GB'],
  [2_497_281_120, '2.5 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(size(bytes)).toBe(words)
})

test('memory is counted by 1024', () => {
  expect(memory(1.5 * 2 ** 30)).toBe('1.5 GB')
})
