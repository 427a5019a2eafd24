import { expect, test } from 'vitest'
import { section } from '../../../shared/test-kit.ts'
import { lossWords } from './loss-words.ts'

const five = { section: section(5, { title: 'Section 5' }), count: 2 }

test.each([
  ['none', [], null],
  ['some in one section', [five], '2 citations in “Section 5” name ref1: they will point to nothing.'],
  ['one', [{ ...five, count: 1 }], '1 citation in “Section 5” names ref1: it will point to nothing.'],
  [
    'some in several',
    [five, { section: section(6), count: 1 }],
    '3 citations in 2 sections, the first “Section 5”, name ref1: they will point to nothing.',
  ],
])('citations that lose their source: %s', (_, citing, expected) => {
  expect(lossWords('ref1', citing)).toBe(expected)
})
