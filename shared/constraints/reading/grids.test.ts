import { expect, test } from 'vitest'
import { places, shown } from './test-shown.ts'

const city = 'Plan a city on a 10x10 block grid, numbered row by row. '

test.each<[string, string]>([
  ['Designate Block at (0, 7) for a mill.', '71'],
  ['Designate block (3,2) for a mill.', '24'],
  ['Put a mill at (3, 2).', '24'],
  ['Put a mill in block 24.', '24'],
  ['A mill stands at ( 3 , 2 )', '24'],
  ['Put mills at (3, 2), (4, 4) and (9, 9).', '24,45,100'],
  ['Allocate a market along the row from (9, 5) to (9, 7).', '60+10..80'],
  ['Allocate a market along the column from (2, 4) to (5, 4).', '43-46'],
  ['Blocks from (2, 4) to (5, 4) are a market.', '43-46'],
  ['Allocate a park from (0, 0) to (1, 1).', '1,2,11,12'],
  [
    'Include a kiosk starting from Block at (0, 5) with an interval of every 4 blocks along the column.',
    '51+4..60',
  ],
  ['Include a kiosk every 3 blocks along the row, starting from (2, 0).', '3+30'],
  ['Include a kiosk every 7 blocks, starting from block 3.', '3+7'],
  ['Every block has a tree.', 'each'],
  ['Block 12 (1, 1) is a well.', '12'],
  ['Put a mill at (12, 2).', '?'],
])('%s', (text, expected) => {
  expect(places(city + text)).toEqual([expected])
})

test('coordinates begin with one where the text shows that they do', () => {
  const text = 'Plan a 10x10 block grid (e.g. Block 1 (1, 1): a park). Put a mill at (1, 2).'
  expect(shown(text)).toEqual(['11 treat mill'])
})
