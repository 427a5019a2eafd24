import { expect, test } from 'vitest'
import { validPlace } from './places.ts'

const areas = [{ x: 0, y: 25, width: 1600, height: 875 }]
const place = { x: 40, y: 40, width: 900, height: 600, isMaximized: false }

test.each([
  ['none', null, { width: 1280, height: 840 }],
  ['one on the display', place, { x: 40, y: 40, width: 900, height: 600 }],
  ['one whose title bar is out of reach', { ...place, y: 10 }, { width: 900, height: 600 }],
  ['one of which too little is seen', { ...place, x: 1500 }, { width: 900, height: 600 }],
  ['one far away', { ...place, x: 2 ** 40 }, { width: 900, height: 600 }],
  [
    'one that is too large',
    { ...place, width: 2 ** 40, height: 2 ** 40 },
    { x: 40, y: 40, width: 1600, height: 875 },
  ],
  ['one that is too small', { ...place, width: 150, height: 70 }, { x: 40, y: 40, width: 720, height: 480 }],
])('%s', (_, kept, expected) => {
  expect(validPlace(kept, areas)).toEqual(expected)
})
