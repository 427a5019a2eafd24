import { expect, test } from 'vitest'
import { citationsIn, citedSources } from './citations.ts'

const shown = (text: string): readonly string[] =>
  citationsIn(text).map(
    ({ from, to, sources }) =>
      `${text.slice(from, to)}: ${sources.map(({ key, place }) => `${key}/${place}`).join(' ')}`,
  )

test.each([
  ['one', 'It rose [@smith2020].', ['[@smith2020]: smith2020/']],
  ['with a place', 'It rose [@smith2020, p. 3].', ['[@smith2020, p. 3]: smith2020/p. 3']],
  ['several', '[@a; @b, pp. 3, 7; @c]', ['[@a; @b, pp. 3, 7; @c]: a/ b/pp. 3, 7 c/']],
  ['two in one sentence', 'x [@a] y *[@b]*', ['[@a]: a/', '[@b]: b/']],
  [
    'in a note, a list and a table',
    '- [@a]\n\n[^1]: [@b]\n\n| [@c] |\n|-|',
    ['[@a]: a/', '[@b]: b/', '[@c]: c/'],
  ],
  ['none in code', '`[@a]`\n\n    [@b]\n', []],
  ['none behind a backslash', '\\[@a]', []],
  ['no link', '[@a](https://example.org)', []],
  ['an address in words', 'mail ann@example.org', []],
])('%s', (_, text, citations) => {
  expect(shown(text)).toEqual(citations)
})

test('spaces around sources mean nothing', () => {
  expect(citedSources('@a ;  @b , p. 3 ')).toEqual([
    { key: 'a', place: '' },
    { key: 'b', place: 'p. 3' },
  ])
})
