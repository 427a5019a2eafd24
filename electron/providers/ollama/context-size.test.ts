import { expect, test } from 'vitest'
import { contextSizeFor } from './context-size.ts'
import type { Room } from './context-size.ts'

const GB = 2 ** 30

test.each<[string, Room, number]>([
  ['nothing is known', {}, 8192],
  ['a small model', { trained: 2048 }, 2048],
  ['a large model', { trained: 131_072 }, 16_384],
  ['what was asked', { asked: 32_768, trained: 131_072 }, 32_768],
  ['what was asked, and the model cannot', { asked: 32_768, trained: 8192 }, 8192],
  ['what was asked, and nobody knows the model', { asked: 32_768 }, 32_768],
  ['loaded already with more', { trained: 131_072, loaded: 65_536 }, 65_536],
  ['loaded already with too little', { trained: 131_072, loaded: 4096 }, 16_384],
  ['room in memory', { trained: 131_072, bytes: 5 * GB, bytesPerToken: 131_072, memory: 16 * GB }, 16_384],
  ['less room', { trained: 131_072, bytes: 5 * GB, bytesPerToken: 131_072, memory: 9 * GB }, 8192],
  ['hardly any room', { trained: 131_072, bytes: 5 * GB, bytesPerToken: 131_072, memory: 4 * GB }, 4096],
  ['another machine’s memory', { trained: 131_072, bytes: 50 * GB, bytesPerToken: 131_072 }, 16_384],
])('%s', (_, room, expected) => {
  expect(contextSizeFor(room)).toBe(expected)
})
