import { expect, test } from 'vitest'
import { alikeOpenings } from './openings.ts'
import { atOnce } from '../stepwise.ts'

const found = (language: string, ...texts: readonly string[]): readonly string[] =>
  atOnce(
    alikeOpenings(
      texts.map((text, i) => ({ section: `section:${i + 1}` as const, text })),
      language,
    ),
  ).map(
    ({ first, second, times }) => `${second.section.slice(8)} as ${first.section.slice(8)}, ${times} times`,
  )

test.each<readonly [string, string, readonly string[], readonly string[]]>([
  ['neighbours', 'en', ['It was the first of them. A.', 'It was the first day. B.'], ['2 as 1, 2 times']],
  ['far apart, by a few words', 'en', ['It was the first of them.', 'No.', 'It was the first day.'], []],
  [
    'far apart, by many',
    'en',
    ['It was the first day of the year.', 'No.', 'It was the first day of the year again.'],
    ['3 as 1, 2 times'],
  ],
  [
    'three',
    'en',
    ['The rain fell on us.', 'No.', 'The rain fell on me.', 'No.', 'The rain fell on you.'],
    ['3 as 1, 3 times', '5 as 1, 3 times'],
  ],
  ['in other letters', 'en', ['The rain fell on us.', 'THE *rain* fell on me.'], ['2 as 1, 2 times']],
  [
    'dates are no likeness',
    'en',
    ['Monday, July 1st. I slept.', 'Monday, July 8th. We sang.', 'Monday, July 15th. It rained.'],
    [],
  ],
  [
    'but what follows them is',
    'en',
    ['Monday, July 1st. I slept in the barn.', 'Monday, July 8th. I slept in the barn.'],
    ['2 as 1, 2 times'],
  ],
  [
    'headings are left out',
    'en',
    ['### One\n\nThe rain fell on us.', '### Two\n\nThe rain fell on me.'],
    ['2 as 1, 2 times'],
  ],
  ['Chinese', 'zh', ['这一年的春天来得很早，渡轮停了。', '这一年的春天来得很晚。'], ['2 as 1, 2 times']],
  ['other words', 'en', ['One came home.', 'Two went out.', ''], []],
])('%s', (_, language, texts, expected) => {
  expect(found(language, ...texts)).toEqual(expected)
})
