import { expect, test } from 'vitest'
import { draft, section, state } from '../../../shared/test-kit.ts'
import { findPlaces } from './find-places.ts'

const book = state(
  section(1),
  section(2),
  draft(1, { text: 'The *ferry* left. “The Ferry’s late,” she said (twice).' }),
  draft(2, { text: 'No ferry\nhere; a [ferry](https://ferry.example) link.' }),
)

test.each([
  ['', []],
  ['  ', []],
  ['ferry', ['1/0 ferry', '1/1 Ferry', '2/0 ferry', '2/1 ferry']],
  ["ferry's", ['1/0 Ferry’s']],
  ['"the', ['1/0 “The']],
  ['ferry here', ['2/0 ferry here']],
  ['(twice)', ['1/0 (twice)']],
  ['ferry.example', []],
])('%s', (words, expected) => {
  const found = findPlaces(book, words).map(({ section: id, nth, quote }) => `${id.slice(8)}/${nth} ${quote}`)
  expect(found).toEqual(expected)
})
