import { expect, test } from 'vitest'
import { flowing } from './flowing.ts'
import { printable, printableLine } from './printable.ts'

test.each([
  ['plain\ttext\r\nlines', 'plain\ttext\r\nlines'],
  ['nul\0 bell\u0007 escape\u001B[31m', 'nul bell escape[31m'],
  ['form\u000Cfeed vertical\u000Btab next\u0085line', 'form feed vertical tab next line'],
  ['\u009B31m \uFFFE\uFFFF', '31m '],
  ['half \uD83D pair \uDE00', 'half \uFFFD pair \uFFFD'],
  ['\uFEFFmark first, \uFEFF later', 'mark first, \uFEFF later'],
  [
    'bidi \u202Eoverride\u202C, line\u2028paragraph\u2029 👩‍🚀',
    'bidi \u202Eoverride\u202C, line\u2028paragraph\u2029 👩‍🚀',
  ],
])('%j is printable as %j', (text, kept) => {
  expect(printable(text)).toBe(kept)
})

test('a title is one line', () => {
  expect(printableLine(' a\n\tlong\0 \u2028 title ')).toBe('a long title')
})

test.each([
  ['two\nlines', 'two lines'],
  ['港の\n水質', '港の水質'],
  ['港の\n', '港の'],
  ['word \r\n word\n', 'word word '],
])('%j flows as %j', (text, flown) => {
  expect(flowing(text)).toBe(flown)
})
