import { expect, test } from 'vitest'
import { compose } from '../compose.ts'
import { manuscriptOf, part } from '../test-manuscripts.ts'
import { layoutCost } from './page-numbers.ts'

test.each([
  ['4,000 letters', 'word '.repeat(800), 105],
  ['a word of 1,200 letters', 'x'.repeat(1200), 2436],
  ['as many letters of Chinese', '水'.repeat(1200), 36],
  ['ten headings', '# a\n\n'.repeat(10), 56],
  ['ten paragraphs', 'a\n\n'.repeat(10), 11],
  ['ten rows', `| a |\n|---|\n${'| b |\n'.repeat(9)}`, 19],
])('%s cost as much as was measured', (_, text, cost) => {
  expect(Math.round(layoutCost(compose(manuscriptOf([part('S', text)]))))).toBe(cost)
})
