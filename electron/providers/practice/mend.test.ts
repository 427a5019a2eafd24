import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replacementsFor } from './mend.ts'

test.each([
  ['nothing', 'A b. C d.', 'A b. C d.', []],
  ['one replaced', 'A b. C d. E f.', 'A b. G h. E f.', [{ find: 'C d.', replace: 'G h.' }]],
  ['one put in', 'A b. E f.', 'A b. C d. E f.', [{ find: 'A b.', replace: 'A b. C d.' }]],
  ['one put first', 'C d.', 'A b. C d.', [{ find: 'C d.', replace: 'A b. C d.' }]],
  ['one taken out', 'A b. C d. E f.', 'A b. E f.', [{ find: 'C d.', replace: '' }]],
  [
    'one of two alike',
    'A b. C d. A b. E f.',
    'A b. C d. G h. E f.',
    [{ find: 'C d. A b.', replace: 'C d. G h.' }],
  ],
])('%s', (_, text, revision, expected) => {
  expect(replacementsFor(text, revision)).toEqual(expected)
})

const sentences = fc
  .array(fc.constantFrom('A b.', 'C d.', 'E f.', 'G h.', 'I j.', 'K l.'), { minLength: 1, maxLength: 9 })
  .map((all) => all.join(' '))

test('law: made in the text, they make the revision, and each finds its words there once', () => {
  fc.assert(
    fc.property(sentences, sentences, (text, revision) => {
      const made = replacementsFor(text, revision).toSorted(
        (a, b) => text.indexOf(b.find) - text.indexOf(a.find),
      )
      const mended = made.reduce((rest, { find, replace }) => {
        expect(text.split(find).length).toBe(2)
        const at = text.indexOf(find)
        return rest.slice(0, at) + replace + rest.slice(at + find.length)
      }, text)
      expect(mended.replace(/\s+/gu, ' ').trim()).toBe(revision)
    }),
  )
})
