import * as fc from 'fast-check'
import type { RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { markdownTexts } from './arbitraries.ts'
import { parsePiece } from './parse-piece.ts'
import { readBlocks } from './read-blocks.ts'

const withoutMark = (text: string): string => text.replace(/^\ufeff+/u, '')

test('reading piece by piece gives the blocks, the places and the text that reading at once gives', () => {
  fc.assert(
    fc.property(markdownTexts(60).map(withoutMark), fc.integer({ min: 1, max: 40 }), (text, piece) => {
      expect(readBlocks(text, parsePiece, piece)).toEqual(parsePiece(text))
    }),
    { numRuns: 400 },
  )
})

const one = (text: string): readonly RootContent['type'][] =>
  readBlocks(text, parsePiece).map(({ type }) => type)

test('a byte order mark is not text, and counts in every place', () => {
  const [heading] = readBlocks('\ufeff# a', parsePiece)
  expect(heading?.position?.start).toEqual({ line: 1, column: 1, offset: 1 })
})

test.each([
  ['brackets', '['.repeat(50_000), ['code']],
  ['escaped brackets', '\\['.repeat(5000), ['paragraph']],
  ['quotations', `${'> '.repeat(500)}a`, ['code']],
  ['items', `${'- '.repeat(500)}a`, ['code']],
  ['emphasis', '*a _b '.repeat(1000), ['code']],
  [
    'emphasis in an ordinary book',
    `${'*a* _b_ '.repeat(100)}\n\n`.repeat(20),
    Array<string>(20).fill('paragraph'),
  ],
  [
    'tangle in fenced code',
    `\`\`\`\n${'['.repeat(2000)}\n\n${'['.repeat(2000)}\n\`\`\`\n\na`,
    ['code', 'paragraph'],
  ],
  ['tangle in an open fence', `a\n\n\`\`\`\n\n${'['.repeat(2000)}`, ['paragraph', 'code']],
  ['tangle in a list', `a\n\n- b\n\n  ${'['.repeat(2000)}\n\nc`, ['paragraph', 'code', 'paragraph']],
  ['tangle between paragraphs', `a\n\n${'['.repeat(2000)}\n\nb`, ['paragraph', 'code', 'paragraph']],
  ['an item without end', `- x\n${'  1. a\n     1. b\n'.repeat(1000)}`, ['code', 'code', 'list']],
])('%s', (_, text, types) => {
  expect(one(text)).toEqual(types)
})

test('tangled text is kept letter for letter', () => {
  const tangle = `${'[*a _b'.repeat(1000)}\n  ${'>'.repeat(100)}`
  const [, code] = readBlocks(`a\n\n${tangle}\n\nb`, parsePiece)
  const end = { line: 4, column: 103, offset: 3 + tangle.length }
  expect(code?.type === 'code' && code.value === tangle).toBe(true)
  expect(code?.position).toEqual({ start: { line: 3, column: 1, offset: 3 }, end })
})

test.each([
  ['[', 20_000],
  ['[a](b (', 5000],
  ['# Same\n\n', 10_000],
  ['> a\n\nb\n\n', 2000],
  ['1. a\n   1. b\n', 2000],
  ['a\n=\n', 5000],
  ['> a\nb\n', 5000],
  ['|a|b|\n|-|-|\n', 5000],
  ['~~a ', 5000],
  ['`a``b', 5000],
])('%j, time and again, is read in time', (piece, times) => {
  const start = performance.now()
  readBlocks(piece.repeat(times), parsePiece)
  expect(performance.now() - start).toBeLessThan(10_000)
})
