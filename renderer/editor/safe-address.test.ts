import { expect, test } from 'vitest'
import { safeAddress, typedAddress } from './safe-address.ts'

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['http://example.org', 'http://example.org/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['java\tscript:alert(1)', null],
  [' JavaScript:alert(1)', null],
  ['data:text/html,x', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['\\\\server\\share', null],
  ['app://page', null],
  ['#note', null],
  ['', null],
])('H4, H8: an address as a link may hold it: %j', (address, wanted) => {
  expect(safeAddress(address)).toBe(wanted)
})

test.each([
  ['example.org/page', 'https://example.org/page'],
  ['a@example.org', 'mailto:a@example.org'],
  [' https://example.org ', 'https://example.org/'],
  ['example.org and more', null],
  ['javascript:1', null],
])('an address as it is typed: %j', (typed, wanted) => {
  expect(typedAddress(typed)).toBe(wanted)
})
