import { expect, test } from 'vitest'
import { queryTerms, searchTerms } from './search-terms.ts'

test.each([
  ['forms of a word meet', 'Ferries sailed; the ferry’s sailing', 'ferry sail the ferry sail'],
  ['accents and widths go', 'Café ÜBUNG ｆｕｌｌ', 'caf ubung full'],
  ['Chinese goes by pairs', '灯塔的光', '灯塔 塔的 的光'],
  ['a single letter stays', '光', '光'],
  ['Korean goes by pairs', '등대의 빛', '등대 대의 빛'],
  ['scripts that touch are set apart', 'GPS信号', 'gps 信号'],
  ['numbers', 'In 2021, 3.5 %', 'in 2021 3 5'],
  ['nothing', ' — ', ''],
])('%s', (_, text, terms) => {
  expect(searchTerms(text).join(' ')).toBe(terms)
})

test.each([
  ['small words go, and each comes once', 'The tide and the tides of the harbour', 'tid harbour'],
  [
    'small words of the query’s own language go',
    'Die Fähre und der Hafen sind mit dem Wasser nicht so alt wie die Stadt und ihr Turm, aber sie werden es',
    'fahr hafen wasser alt stadt turm',
  ],
  ['nothing but small words', 'of the and', ''],
])('of a query: %s', (_, text, terms) => {
  expect(queryTerms(text).join(' ')).toBe(terms)
})
