import { describe, expect, test } from 'vitest'
import { gradeLength, isTooLow, lengthMeans } from './grade-lengths.ts'
import { lengthCount, lengthScore } from './length-score.ts'

test.each<readonly [required: number, written: number, score: number]>([
  [1_000, 1_000, 100],
  // Too long: a third of the excess is lost.
  [1_000, 1_300, 90],
  [1_000, 2_500, 50],
  [1_000, 4_000, 0],
  [1_000, 9_000, 0],
  // Too short: half of what is missing, measured by what is there.
  [1_000, 800, 87.5],
  [1_000, 500, 50],
  [900, 300, 0],
  [1_000, 1, 0],
  [1_000, 0, 0],
])('S_l of %i words asked, %i written', (required, written, score) => {
  expect(lengthScore(required, written)).toBeCloseTo(score, 10)
})

test.each<readonly [string, string, number, number]>([
  ['words', '# The harbour\n\nIt rained, twice.', 0, 5],
  ['characters', '海边下雨了。', 5, 0],
  ['both', '他说 hello world，走了。', 4, 2],
  ['no numbers, no marks', '1,200 km — 50 %', 0, 1],
  ['an apostrophe parts a word', 'It doesn’t', 0, 3],
  ['letters that touch other letters or digits are no word', 'café abc123 中文ABC x_y', 2, 0],
  ['nothing', '', 0, 0],
])('counts as LongWriter does: %s', (_, text, han, latin) => {
  expect(lengthCount(text)).toEqual({ han, latin })
})

const request = (prompt: string, length: number) => ({ prompt, length, type: 'Essay' })

describe('grades', () => {
  test.each([
    ['Write four words.', 'english'],
    ['写一首诗。', 'chinese'],
    ['写300词：The tea and the sea and the sky', 'english'],
  ])('%s', (prompt, language) => {
    expect(gradeLength(request(prompt, 4), 'one two three four')).toEqual({
      language,
      required: 4,
      written: 4,
      score: 100,
    })
  })

  test('are averaged for each language and for all, and each mean must reach 95', () => {
    const good = gradeLength(request('Write four words.', 4), 'one two three four')
    const half = gradeLength(request('写四个字。', 4), '一二')
    expect([lengthMeans([good, half]), lengthMeans([good]), lengthMeans([])]).toEqual([
      { all: 75, english: 100, chinese: 50 },
      { all: 100, english: 100, chinese: null },
      { all: null, english: null, chinese: null },
    ])
    expect([[good, half], [good], [good, good, good, half]].map((all) => isTooLow(lengthMeans(all)))).toEqual(
      [true, false, true],
    )
  })
})
