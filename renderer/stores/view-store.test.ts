import { expect, test } from 'vitest'
import { resizePane, viewStore, widthFor } from './view-store.ts'

test.each([
  ['outline', 300, 300],
  ['outline', 300.4, 300],
  ['outline', 10, 200],
  ['outline', 9999, 480],
  ['dock', 10, 280],
  ['dock', Number.NaN, 340],
  ['dock', '300', 340],
  ['outline', undefined, 260],
] as const)('%s as wide as %s', (pane, asked, width) => {
  expect(widthFor(pane, asked)).toBe(width)
})

test('one pane is drawn wider, the other stays', () => {
  resizePane('dock', 500)
  expect(viewStore.getState().widths).toEqual({ outline: 260, dock: 500 })
})
