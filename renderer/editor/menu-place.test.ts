import { expect, test } from 'vitest'
import { menuPlace } from './menu-place.ts'

const view = { top: 100, bottom: 700, left: 200, right: 900 }
const size = { width: 500, height: 40 }
const at = (top: number, bottom: number, left = 300) => ({ top, bottom, left, right: left + 50 })

test.each([
  ['above the letters', at(300, 320), { top: 254, left: 300 }],
  ['below them at the top of the view', at(120, 140), { top: 146, left: 300 }],
  ['above them at the bottom', at(680, 700), { top: 634, left: 300 }],
  ['in view where they fill it', at(50, 760), { top: 106, left: 300 }],
  ['below where only their end is in view', at(40, 200), { top: 206, left: 300 }],
  ['above where only their beginning is', at(500, 900), { top: 454, left: 300 }],
  ['nowhere when they are scrolled away', at(20, 60), null],
  ['nowhere when they are still to come', at(720, 760), null],
  ['never over the right edge', at(300, 320, 800), { top: 254, left: 394 }],
  ['never over the left edge', at(300, 320, 150), { top: 254, left: 206 }],
])('%s', (_, selection, place) => {
  expect(menuPlace(selection, view, size)).toEqual(place)
})
