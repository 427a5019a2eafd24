import { expect, test } from 'vitest'
import { matches, shown, spoken } from './keys.ts'

const press = (key: string, held: string = '', code = '') => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  shiftKey: held.includes('s'),
  altKey: held.includes('a'),
})

test.each([
  ['Mod+K', press('k', 'c'), false, true],
  ['Mod+K', press('k', 'm'), true, true],
  ['Mod+K', press('k', 'm'), false, false],
  ['Mod+K', press('K', 'cs'), false, false],
  ['Mod+K', press('k', 'ca'), false, false],
  ['Mod+Shift+Z', press('Z', 'cs'), false, true],
  ['Mod+Shift+1', press('!', 'cs', 'Digit1'), false, true],
  ['Mod+1', press('&', 'c', 'Digit1'), false, true],
  ['Alt+Shift+ArrowUp', press('ArrowUp', 'as'), false, true],
  ['Mod+.', press('.', 'c'), false, true],
])('%s and %o on a Mac (%s): %s', (keys, pressed, mac, expected) => {
  expect(matches(keys, pressed, mac)).toBe(expected)
})

test.each([
  ['Mod+Shift+K', false, 'Ctrl Shift K', 'Ctrl Shift K'],
  ['Mod+K', true, '⌘ K', 'Command K'],
  ['Alt+Shift+ArrowDown', false, 'Alt Shift ↓', 'Alt Shift down arrow'],
  ['Mod+.', false, 'Ctrl .', 'Ctrl full stop'],
])('%s on a Mac (%s) is shown as %s and read out as %s', (keys, mac, seen, heard) => {
  expect([shown(keys, mac), spoken(keys, mac)]).toEqual([seen, heard])
})
