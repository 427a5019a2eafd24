import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../../shared/text/sentences.ts'
import { joined } from './joined.ts'

test.each([
  ['a new paragraph', 'A b. C d.', false, 'E f.', 'A b. C d.\n\nE f.'],
  ['the same paragraph', 'A b. C d.', true, 'E f.', 'A b. C d. E f.'],
  ['the same paragraph without spaces', '甲乙。丙丁。', true, '戊己。', '甲乙。丙丁。戊己。'],
  ['nothing before', '', false, 'E f.', 'E f.'],
  ['nothing after', 'A b.', true, ' ', 'A b.'],
  ['the last sentence again', 'A b. C d.', true, 'C d. E f.', 'A b. C d. E f.'],
  [
    'the last two again, in other type',
    'A “b”. C d.',
    false,
    'A "b".\n\nC d.\n\nE f.',
    'A “b”. C d.\n\nE f.',
  ],
  ['nothing but what was said', 'A b. C d.', true, 'C d.', 'A b. C d.'],
  ['a heading', 'A b.', true, '## C\n\nD e.', 'A b.\n\n## C\n\nD e.'],
  ['a list that goes on', '- a\n- b', false, '- c\n- d', '- a\n- b\n- c\n- d'],
  ['a table that goes on', '| a |\n| - |\n| b |', true, '| c |', '| a |\n| - |\n| b |\n| c |'],
  ['prose after a list', '- a\n- b', true, 'C d.', '- a\n- b\n\nC d.'],
])('%s', (_, text, breaks, continuation, expected) => {
  expect(joined({ text, breaks }, continuation)).toBe(expected)
})

const word = fc.stringMatching(/^[a-z]{3,9}$/u)
const said = fc.uniqueArray(
  fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => `So ${words.join(' ')}.`),
  { minLength: 3, maxLength: 8 },
)

test('law: whatever of its end a continuation says again, the text has each sentence once and in order', () => {
  fc.assert(
    fc.property(said, fc.nat(), fc.nat(), fc.boolean(), (all, cut, again, breaks) => {
      const at = 1 + (cut % (all.length - 1))
      const text = all.slice(0, at).join(' ')
      const continuation = all.slice(Math.max(0, at - (again % 3))).join(' ')
      const whole = joined({ text, breaks }, continuation)
      expect(sentences(whole).map(({ from, to }) => whole.slice(from, to))).toEqual(all)
    }),
  )
})
