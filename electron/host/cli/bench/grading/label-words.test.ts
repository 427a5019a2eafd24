import { expect, test } from 'vitest'
import { isIn, mattersOf, wordsOf } from './label-words.ts'

test.each([
  ['the words in their order', 'beekeepers’ fair', "In June the Beekeepers' fair came.", true],
  [
    'in any order, with others between',
    'visit the glass works',
    'At the works they blew glass; a short visit.',
    true,
  ],
  [
    'words that join are not wanted',
    'Harbour Night featuring Smoked Eel',
    'Harbour night, with a dish: smoked eel',
    true,
  ],
  ['a word is missing', 'Harbour Night featuring Smoked Eel', 'Harbour night, and bread', false],
  ['another form of a word', 'attend a class', 'We attended a class', false],
  ['a part of a longer word', 'park', 'The carpark', false],
  ['a possessive', "Sailor's Day", 'the day of the sailor', true],
  ['Markdown’s escapes and emphasis', 'my child_2 birthday', 'My **child\\_2** has her birthday', true],
  ['one of several with a number', 'my child_2 birthday', 'My child_1 has her birthday', false],
  ['a gloss in brackets', 'aunt (Ida) birthday', 'aunt (Ida): birthday', true],
  ['words that join alone', 'with the', 'with all the rest', true],
  ['nothing at all', '—', 'a — b', false],
])('a matter is in a text: %s', (_, matter, text, expected) => {
  expect(isIn(matter, wordsOf(text))).toBe(expected)
})

test.each([
  ['my aunt birthday, my uncle birthday', ['my aunt birthday', 'my uncle birthday']],
  ['a bakery', ['a bakery']],
  [' , ', []],
])('a label names its matters: %j', (label, matters) => {
  expect(mattersOf(label)).toEqual(matters)
})
