import { expect, test } from 'vitest'
import type { Placement } from './constraints/placement.ts'
import { placementWords } from './placement-words.ts'

const grid = { label: 'Block', grid: { width: 10, height: 4 } }

test.each<readonly [Placement, string, string]>([
  [{ where: 'document' }, 'the whole', 'the whole'],
  [{ where: 'each' }, 'every section', 'every block'],
  [{ where: 'once', at: 12 }, 'section 12', 'block (1, 1)'],
  [{ where: 'range', from: 9, to: 11 }, 'section 9 to 11', 'block (8, 0), (9, 0), (0, 1)'],
  [{ where: 'every', n: 10, from: 3 }, 'section 3, then every 10', 'block (2, 0), (2, 1), (2, 2), (2, 3)'],
  [{ where: 'every', n: 2, from: 1, to: 5 }, 'section 1, then every 2 to 5', 'block (0, 0), (2, 0), (4, 0)'],
  [
    { where: 'some', units: [1, 2, 4, 5, 7, 8, 40] },
    'section 1, 2, 4, 5, 7 … 40 (7)',
    'block (0, 0), (1, 0), (3, 0), (4, 0), (6, 0) … (9, 3) (7)',
  ],
])('%j is told as %s, or on a grid as %s', (placement, plain, onGrid) => {
  expect([placementWords(placement, undefined), placementWords(placement, grid)]).toEqual([plain, onGrid])
})
