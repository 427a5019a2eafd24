import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeCount, textChanges, textWith } from './text-changes.ts'

test.each([
  ['nothing', 'One.', 'One.', [{ same: true, text: 'One.' }]],
  [
    'a word',
    'The cold sea.',
    'The warm sea.',
    [
      { same: true, text: 'The ' },
      { same: false, removed: 'cold', added: 'warm' },
      { same: true, text: ' sea.' },
    ],
  ],
  [
    'words that follow each other are one change',
    'a b c d',
    'a x y d',
    [
      { same: true, text: 'a ' },
      { same: false, removed: 'b c', added: 'x y' },
      { same: true, text: ' d' },
    ],
  ],
])('%s', (_, from, to, wanted) => {
  expect(textChanges(from, to)).toEqual(wanted)
})

test('a change is taken by itself', () => {
  const changes = textChanges('The cold sea sang low.', 'The warm sea sang high.')
  expect(changeCount(changes)).toBe(2)
  expect(textWith(changes, (change) => change === 1)).toBe('The cold sea sang high.')
})

const words = fc.array(fc.constantFrom('a', 'b', 'sea', ' ', '\n\n', '. ', '港', '**'), { maxLength: 40 })
const texts = words.map((all) => all.join(''))

test('taking no change leaves the text, taking every change gives the other', () => {
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const changes = textChanges(from, to)
      expect([textWith(changes, () => false), textWith(changes, () => true)]).toEqual([from, to])
    }),
  )
})
