import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownTexts } from '../../shared/text/arbitraries.ts'
import { parseMarkdown } from '../../shared/text/markdown.ts'
import { blocks } from './arbitraries.ts'
import { blockFromMarkdown } from './from-markdown.ts'
import type { NodeJson } from './node-json.ts'
import { settle } from './settle.ts'
import { settledNode } from './settled-node.ts'
import { blockToMarkdown } from './to-markdown.ts'

const read = (text: string): readonly NodeJson[] =>
  parseMarkdown(text).children.map((block) => blockFromMarkdown(block, text))

const isNothing = (node: NodeJson): boolean => node.type === 'paragraph' && settledNode(node).childCount === 0

test('a block of the editor reads back as what Markdown can hold of it', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const back = read(blockToMarkdown(block))
      expect(back.map((node) => settledNode(node).toString())).toEqual(
        isNothing(block) ? [] : [settledNode(block).toString()],
      )
      expect(back.every((node) => settledNode(node).eq(settledNode(block)))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('settling again changes nothing', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      expect(settle(settle(block))).toEqual(settle(block))
    }),
  )
})

test('a block read from Markdown reads back the same after it is written anew', () => {
  fc.assert(
    fc.property(markdownTexts(20), (text) => {
      for (const block of read(text)) {
        const back = read(blockToMarkdown(block))
        expect(back.every((node) => settledNode(node).eq(settledNode(block)))).toBe(true)
        expect(back.length).toBe(isNothing(block) ? 0 : 1)
      }
    }),
    { numRuns: 300 },
  )
})
