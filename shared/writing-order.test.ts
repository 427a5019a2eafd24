import { expect, test } from 'vitest'
import { readBrief } from './brief.ts'
import { section } from './test-kit.ts'
import { writeBrief } from './write-brief.ts'
import { inOrder } from './writing-order.ts'

const planned = [section(1), section(2, { after: ['section:1'] }), section(3)]

test.each([
  ['as planned', undefined, [[], ['section:1'], []]],
  ['all at once', 'parallel', [[], [], []]],
  ['one after the other', 'sequence', [[], ['section:1'], ['section:2']]],
] as const)('sections wait %s', (_, order, after) => {
  expect(inOrder(planned, order).map((each) => each.after)).toEqual(after)
})

test('a brief says the order in its front matter, and keeps it', () => {
  const source = '---\ntitle: T\nform: novel\nlanguage: en\norder: sequence\n---\n\nWrite.\n'
  const { brief, constraints } = readBrief(source)
  expect(brief.order).toBe('sequence')
  expect(writeBrief(brief, constraints)).toBe(source)
  expect(() => readBrief(source.replace('sequence', 'backwards'))).toThrow(/sequence or parallel/u)
})
