import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../../shared/text/words.ts'
import type { ReadBlock } from '../imports/import-format.ts'
import { cutPassages } from './cut-passages.ts'

const words = (n: number, word = 'salt'): string => Array.from({ length: n }, () => word).join(' ')
/** Sentences of ten words. */
const prose = (sentences: number): string =>
  Array.from({ length: sentences }, () => `The ${words(8)} rose.`).join(' ')
const text = (value: string): ReadBlock => ({ level: 0, text: value })
const heading = (level: number, value: string): ReadBlock => ({ level, text: value })

const shown = (...blocks: readonly ReadBlock[]): readonly string[] =>
  cutPassages(blocks).map((piece) => `${piece.heading}: ${countWords(piece.text)}`)

test.each([
  ['nothing', [], []],
  ['a short text', [text('It rose.')], [': 2']],
  [
    'paragraphs are joined up to 80 words',
    [text(prose(3)), text(prose(5)), text(prose(9))],
    [': 80', ': 90'],
  ],
  ['a long one is cut between sentences', [text(prose(30))], [': 200', ': 100']],
  ['a short rest joins what stands before it', [text(prose(10)), text(prose(2))], [': 120']],
  ['but not where there is no room', [text(prose(20)), text(prose(2))], [': 200', ': 20']],
  ['a sentence that never ends is cut between words', [text(words(450))], [': 200', ': 200', ': 50']],
  ['Chinese by characters', [text('灯塔的光在雾夜里也为船只指路。'.repeat(20))], [': 196', ': 84']],
  ['Chinese without a full stop', [text('灯塔的光'.repeat(100))], [': 200', ': 200']],
  [
    'headings make a path',
    [
      text('Before.'),
      heading(1, 'A'),
      heading(2, 'B\n b'),
      text('One.'),
      heading(2, 'C'),
      text('Two.'),
      heading(1, 'D'),
      text('Three.'),
    ],
    [': 1', 'A › B b: 1', 'A › C: 1', 'D: 1'],
  ],
  ['headings without text are in paths alone', [heading(1, 'A'), heading(1, 'B')], []],
  [
    'levels may be left out',
    [heading(1, 'A'), heading(4, 'B'), text('x y'), heading(3, 'C'), text('z')],
    ['A › B: 2', 'A › C: 1'],
  ],
])('%s', (_, blocks, expected) => {
  expect(shown(...blocks)).toEqual(expected)
})

test('a word of 200,000 characters is cut too', () => {
  const pieces = cutPassages([text('x'.repeat(200_000))])
  expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThanOrEqual(2_400)
  expect(pieces.map((piece) => piece.text).join('')).toBe('x'.repeat(200_000))
})

const folded = (value: string): string => value.replace(/\s+/gu, '')
const block = fc.record({
  level: fc.constantFrom(0, 0, 0, 1, 2, 3),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.integer({ min: 1, max: 60 }).map(prose),
    fc.constantFrom(
      '港の水質は改善している。'.repeat(12),
      'Dr. Smith et al. rose to 3.5 m.',
      '1. x\n\n\n2. y',
      '"Go!" he said. ',
    ),
  ),
})

test('passages put together are the text, each within bounds, and always the same', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
      const pieces = cutPassages(blocks)
      const whole = blocks.filter(({ level }) => level === 0).map((each) => each.text)
      expect(folded(pieces.map((piece) => piece.text).join(''))).toBe(folded(whole.join('')))
      expect(pieces.filter((piece) => piece.text.trim() === '' || countWords(piece.text) > 200)).toEqual([])
      expect(cutPassages(blocks)).toEqual(pieces)
    }),
  )
})
