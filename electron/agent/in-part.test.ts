import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPart } from './in-part.ts'

/** Better with more of these words, and of as many with fewer words in all. */
const wanting =
  (...words: readonly string[]) =>
  (after: string, before: string): boolean => {
    const held = (text: string): number => words.filter((word) => text.includes(word)).length
    return held(after) > held(before)
  }

test.each([
  ['a sentence put in', 'A b. C d.', 'A b. The tide. C d.', ['tide'], 'A b. The tide. C d.'],
  ['one taken, one left', 'A b. C d.', 'The tide. A b. Rain fell.', ['tide'], 'The tide. A b. C d.'],
  [
    'what it would lose stays',
    'A b.\n\nThe end.',
    'A b. The tide.',
    ['tide', 'end'],
    'A b.\n\nThe tide.\n\nThe end.',
  ],
  ['a sentence replaced', 'A b. C d. E f.', 'A b. The tide. E f.', ['tide'], 'A b. The tide. E f.'],
  ['nothing of use', 'A b. C d.', 'G h. I j.', ['tide'], 'A b. C d.'],
  [
    'a list is one piece',
    '- a\n- b\n\nC d.',
    '- a\n- b\n- tide\n\nC d. E f.',
    ['tide'],
    '- a\n- b\n- tide\n\nC d.',
  ],
  ['without spaces', '甲乙。丙丁。', '甲乙。潮水。丙丁。', ['潮水'], '甲乙。潮水。丙丁。'],
  ['code is left alone', '```\na\n```', '```\na\n```\n\nThe tide.', ['tide'], '```\na\n```'],
])('%s', (_, text, revision, words, expected) => {
  expect(inPart(text, revision, wanting(...words))).toBe(expected)
})

const prose = fc
  .array(fc.constantFrom('The tide.', 'A b.', 'C d.', 'Rain fell.', 'An end.'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((sentences) => sentences.join(' '))

test('what comes is never worse than the text, and takes in all of a revision that only adds', () => {
  fc.assert(
    fc.property(prose, prose, (text, more) => {
      const isBetter = wanting('tide', 'Rain', 'end')
      expect(isBetter(text, inPart(text, more, isBetter))).toBe(false)
      expect(isBetter(`${text} ${more}`, inPart(text, `${text} ${more}`, isBetter))).toBe(false)
    }),
  )
})
