import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../../shared/text/markdown.ts'
import { holds } from '../../../shared/text/quotes.ts'
import { cropped, literal, saysOneOf } from './says.ts'

test.each([
  ['The tide was in.', ['tide'], 'tide'],
  ['The TIDE was in.', ['low', 'tide'], 'tide'],
  ['Untidy.', ['tidy'], undefined],
  ['It’s late.', ["it's"], "it's"],
  ['A well–known place.', ['well-known'], 'well-known'],
  ['他说潮位站到了。', ['潮位站'], '潮位站'],
  ['Nothing.', [], undefined],
])('of %j, %j: %j is said', (text, phrases, said) => {
  expect(saysOneOf(phrases)(text)).toBe(said)
})

const word = fc.constantFrom('the', 'Tide', 'low-water', 'it’s', '潮位', 'child_1', '“so”', 'é', 'a  b', '…')
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

test('finds a phrase just where `holds` does', () => {
  fc.assert(
    fc.property(phrase, phrase, phrase, (before, wanted, after) => {
      for (const text of [`${before} ${wanted} ${after}`, `${before} ${after}`]) {
        expect(saysOneOf([wanted])(text) !== undefined).toBe(holds(text, wanted))
      }
    }),
  )
})

test.each([
  'the tide tables',
  'husband (yourself) birthday',
  'my child_1 birthday, my child_2 birthday',
  '<b>bold</b>',
  'see [the map](map.html)',
  'as said [@smith]',
  'a note[^1]',
  'bread &amp; butter',
  'C:\\*.txt',
  '5 < 6 and 7 * 8 * 9',
])('%j reads as itself in Markdown', (wanted) => {
  expect(holds(plainText(`It says “${literal(wanted)}” here.`), wanted)).toBe(true)
})

test.each([
  ['one two three', 5, 'one two three'],
  ['one, two, three', 2, 'one, two'],
  ['one, two, three', 1, 'one'],
  ['潮位站在码头的北边', 2, '潮位站在码头'],
])('%j cropped to %i words is %j', (text, most, short) => {
  expect(cropped(text, most)).toBe(short)
})
