import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutTo, fitTo, harmless, render, widthOf } from './spans.ts'

test.each([
  ['an escape', '\u001b[31mred\u001b[0m', ' [31mred [0m'],
  ['a C1 sequence', 'a\u009b2Jb', 'a 2Jb'],
  ['several lines', 'one\r\n\ttwo', 'one two'],
  ['line separators', 'a\u2028b\u2029c', 'a b c'],
  ['a bell and a delete', 'a\u0007\u007fb', 'a b'],
  ['writing direction', 'a\u202eb\u2066c\u200fd', 'abcd'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['joiners stay', '👩\u200d🚀 naïve 港', '👩\u200d🚀 naïve 港'],
])('harmless: %s', (_, given, expected) => {
  expect(harmless(given)).toBe(expected)
})

test.each([
  ['Week 1', 6],
  ['第一周', 6],
  ['e\u0301', 1],
  ['👩\u200d🚀', 2],
  ['', 0],
])('%s takes %i cells', (text, cells) => {
  expect(widthOf(text)).toBe(cells)
})

test('texts are cut and filled to cells', () => {
  expect([cutTo('Week 13', 7), cutTo('Week 13', 6), cutTo('第一周', 4), cutTo('x', 0)]).toEqual([
    'Week 13',
    'Week …',
    '第…',
    '',
  ])
  expect([fitTo('ab', 4), fitTo('第一', 3), fitTo('a\nb', 4)]).toEqual(['ab  ', '第…', 'a b '])
})

test('styles show only where colours are allowed', () => {
  const line = ['a ', { text: 'b\u001b[2J', style: 'bad' }] as const
  expect(render(line, { colour: false })).toBe('a b [2J')
  expect(render(line, { colour: true })).toBe('a \u001b[31mb [2J\u001b[0m')
  expect(render(line, { colour: true, cells: 4 })).toBe('a \u001b[31mb…\u001b[0m')
})

test('law: whatever is shown, no control character of its own reaches the terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, cells) => {
      const shown = render([text], { colour: true, cells })
      expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(widthOf(shown)).toBeLessThanOrEqual(cells)
    }),
  )
})
