import { expect, test } from 'vitest'
import { placeAfter, type Place } from './loom-keys.ts'
import { numberStep, scaleOf, within } from './loom-scale.ts'

const view = { width: 900, height: 620 }

test.each<readonly [string, number, number, number, string]>([
  ['a report', 8, 7, 0, 'close'],
  ['a diary of weeks', 26, 12, 0, 'near'],
  ['a year of days', 365, 60, 0, 'far'],
  ['a year of days, close by', 365, 60, 1, 'close'],
])('%s is drawn at its scale', (_, columns, rows, zoom, detail) => {
  expect(scaleOf({ columns, rows, longest: 10, parts: false }, view, zoom).detail).toBe(detail)
})

test.each([
  [365, 60],
  [52, 30],
  [8, 60],
])('the whole work of %i sections and %i requirements stands in the view at once', (columns, rows) => {
  const { width, height } = scaleOf({ columns, rows, longest: 12, parts: true }, view, 0)
  expect([Math.round(width) <= view.width, Math.round(height) <= view.height]).toEqual([true, true])
})

test('only what is seen is drawn, and numbers keep their distance', () => {
  expect(within(100, 250, 40, 365)).toEqual([2, 7])
  expect(within(-10, 9_999, 40, 5)).toEqual([0, 5])
  expect([40, 8, 2.5].map((column) => numberStep(column))).toEqual([1, 5, 20])
})

const bounds = {
  lines: 4,
  columns: 20,
  isOwed: ({ column }: Place) => column % 5 === 3,
}

test.each<readonly [string, boolean, Place | null]>([
  ['ArrowRight', false, { line: 1, column: 5 }],
  ['ArrowRight', true, { line: 1, column: 8 }],
  ['ArrowLeft', true, { line: 1, column: 3 }],
  ['ArrowDown', false, { line: 2, column: 4 }],
  ['ArrowUp', true, { line: 0, column: 4 }],
  ['PageDown', false, { line: 3, column: 4 }],
  ['Home', false, { line: 1, column: 0 }],
  ['End', true, { line: 3, column: 19 }],
  ['x', false, null],
])('%s leads on (Ctrl: %s)', (key, far, expected) => {
  expect(placeAfter({ line: 1, column: 4 }, { key, far }, bounds)).toEqual(expected)
})
