import { describe, expect, test } from 'vitest'
import { check } from './demand.ts'
import { checkedText } from './checked-text.ts'
import { findShape, shapes, type Shape } from './patterns.ts'

const cases: Readonly<Record<Shape, readonly (readonly [string, number, string?])[]>> = {
  list: [
    ['- one\n- two', 1, 'one'],
    ['1. one\n2. two\n\nText.\n\n- three', 2, 'one'],
    ['- one\n  - inner\n- two', 2],
    ['One - two - three.', 0],
    ['1984 was a year.', 0],
    ['-no list', 0],
    ['```\n- one\n```', 0],
    ['- 一\n- 二', 1, '一'],
  ],
  table: [
    ['| a | b |\n|---|---|\n| 1 | 2 |', 1, 'a\tb'],
    ['a | b | c', 0],
    ['| a | b |', 0],
    ['| a |\n|---|\n| b |\n\nText.\n\n| c |\n|---|\n| d |', 2, 'a'],
    ['```\n| a |\n|---|\n```', 0],
    ['| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |', 1, '甲\t乙'],
    ['a\tb', 0],
    ['', 0],
  ],
  dialogue: [
    ['“Come in,” she said.', 1, '“Come in,” she said.'],
    ['"Come in," she said. "Now!"', 2],
    ['The “old” road and the “new” one.', 0],
    ['‘I don’t know,’ he said.', 1],
    ['The boys’ books and the girls’ hats.', 0],
    ['— Entrez, dit-elle.', 1],
    ['„Komm“, sagte er. „Nein.“', 2],
    ['« Venez ! » dit-il.', 1],
    ['她说：“进来”。', 1],
    ['「入れ。」と彼は言った。', 1],
    ['»Komm«, sagte er.', 1],
    ['6" by 4"', 0],
    ['He said: “yes”', 1],
  ],
  question: [
    ['Who goes there?', 1, 'Who goes there?'],
    ['“Who goes there?” she asked. Nobody.', 1, '“Who goes there?” she asked.'],
    ['Really?! What??', 2],
    ['谁？是他吗？', 2, '谁？'],
    ['See https://a.example/?q=1&b=?c for more.', 0],
    ['He asked who went there.', 0],
    ['*Why?*', 1, 'Why?'],
    ['¿Quién?', 1],
    ['', 0],
  ],
  number: [
    ['We sold 1,200.50 tons in 3 days.', 2, 'We sold 1,200.50 tons in 3 days.'],
    ['In the 1990s, on the 3rd.', 2],
    ['H2O and child_1', 0],
    ['Twelve of them.', 0],
    ['共有３艘船，12个人', 2],
    ['As said [@holt2019] in 4 ways.', 1],
    ['See https://a.example/2019/3 now.', 0],
    ['12:30', 1],
  ],
  heading: [
    ['## One\n\nText.\n\n### Two', 2, 'One'],
    ['#hashtag', 0],
    ['Title\n=====', 1, 'Title'],
    ['Text with # in it.', 0],
    ['```\n# comment\n```', 0],
    ['# 一', 1, '一'],
    ['**Bold line**', 0],
    ['', 0],
  ],
  quotation: [
    ['He wrote “the tide tables of May” in it.', 1, 'He wrote “the tide tables of May” in it.'],
    ['The “old” road.', 0],
    ['> A line that was quoted.', 1, 'A line that was quoted.'],
    ['„Die alte Brücke steht noch.“', 1],
    ['他说“潮水来了”。', 1],
    ['It’s the dogs’ bowl, isn’t it?', 0],
    ['“One of them “and another” in it.', 1],
    ['"never closed in this paragraph\n\nThe next one.', 1],
  ],
  link: [
    ['See [the map](http://a.example).', 1, 'the map'],
    ['See http://a.example/b now.', 1, 'http://a.example/b'],
    ['See <http://a.example>.', 1],
    ['[not a link]', 0],
    ['![a picture](http://a.example/b.png)', 0],
    ['`[code](http://a.example)`', 0],
    ['a.example', 0],
    ['[一](https://a.example) 与 [二](https://b.example)', 2, '一'],
  ],
}

describe.each(shapes)('%s', (shape) => {
  const rows = cases[shape].map(([text, count, quote]) => ({ text, count, quote }))
  test.each(rows)('in $text: $count', ({ text, count, quote }) => {
    const found = findShape(checkedText(text), shape)
    expect(found.count).toBe(count)
    if (quote !== undefined) expect(found.quote).toBe(quote)
  })
})

test.each([
  [{ has: 'question' }, 'Who?', 'kept', 'Who?', undefined],
  [{ has: 'question' }, 'He.', 'broken', undefined, 'Put in a question.'],
  [{ has: 'question', min: 3 }, 'Who? Why?', 'broken', 'Who?', 'There are 2 questions; put in 1 more.'],
  [{ has: 'question', not: true }, 'So. Who?', 'broken', 'Who?', 'Write it with no question.'],
  [{ has: 'question', not: true }, 'So.', 'kept', undefined, undefined],
  [{ has: 'table', min: 1 }, '| a |\n|---|\n| b |', 'kept', 'a', undefined],
  [{ has: 'list', not: true }, '', 'kept', undefined, undefined],
  [{ has: 'list' }, '', 'broken', undefined, 'Put in a list.'],
] as const)('%j of %j: %s', (params, text, verdict, quote, advice) => {
  const said = check({ kind: 'pattern', params }, text)
  expect([said?.verdict, said?.quote, said?.advice]).toEqual([verdict, quote, advice])
})
