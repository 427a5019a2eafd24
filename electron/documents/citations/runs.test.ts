import { expect, test } from 'vitest'
import { locatorOf } from './locator.ts'
import { plainRuns, run, tidied } from './runs.ts'

const tidy = (inQuotes: boolean, ...texts: readonly string[]): string =>
  plainRuns(
    tidied(
      texts.flatMap((text) => run(text)),
      inQuotes,
    ),
  )

test.each([
  [['Jr.', '. 2003'], 'Jr. 2003'],
  [['Why?', '. Then'], 'Why? Then'],
  [['“Why?”', '. Then'], '“Why?” Then'],
  [['a,', ', b'], 'a, b'],
  [['a ', ' b'], 'a b'],
  [['n.d.', ', b'], 'n.d., b'],
  [['1.', '.5'], '1..5'],
  [[], ''],
])('%j are set as %j', (texts, text) => {
  expect(tidy(false, ...texts)).toBe(text)
})

test.each([
  [['“a”', '. b'], '“a.” b'],
  [['“a”', ', b'], '“a,” b'],
  [['“a?”', ', b'], '“a?” b'],
])('as Americans do, %j are set as %j', (texts, text) => {
  expect(tidy(true, ...texts)).toBe(text)
})

test('neighbours of one look are one run', () => {
  expect(tidied([...run('a'), ...run('b', { italic: true }), ...run('c', { italic: true })], false)).toEqual([
    { text: 'a' },
    { text: 'bc', italic: true },
  ])
})

test.each([
  ['', null],
  ['3', { label: 'page', value: '3' }],
  ['3-5, 7', { label: 'page', value: '3–5, 7' }],
  ['p. 3', { label: 'page', value: '3' }],
  ['pp. 3--5', { label: 'page', value: '3–5' }],
  ['p. xii', { label: 'page', value: 'xii' }],
  ['S. 12', { label: 'page', value: '12' }],
  ['chap. 2', { label: 'chapter', value: '2' }],
  ['§ 4', { label: 'section', value: '4' }],
  ['fig. 1', { label: 'figure', value: '1' }],
  ['see the table', { label: '', value: 'see the table' }],
  ['p.', { label: '', value: 'p.' }],
  ['pages of water', { label: '', value: 'pages of water' }],
])('the place %j', (place, locator) => {
  expect(locatorOf(place)).toEqual(locator)
})
