import { expect, test } from 'vitest'
import { firstName, readCsl, yearOf } from './csl.ts'

test('what is not as it should be is left out, and the rest is kept', () => {
  expect(
    readCsl({
      type: 'book',
      title: '  Tides ',
      volume: 3,
      author: [{ family: 'Ahn', given: 'Soo', 'comma-suffix': 1 }, { literal: 'The Port' }],
      editor: 'Ann',
      issued: { 'date-parts': [['2021', 3]], season: 2 },
      accessed: { 'date-parts': [[]] },
      __proto__: { evil: 1 },
      abstract: 'kept elsewhere',
      script: '<script>',
    }),
  ).toEqual({
    type: 'book',
    title: 'Tides',
    volume: '3',
    author: [{ family: 'Ahn', given: 'Soo' }, { literal: 'The Port' }],
    issued: { 'date-parts': [[2021, 3]] },
  })
})

test.each([[null], ['text'], [7], [[]]])('%j describes nothing', (value) => {
  expect(readCsl(value)).toEqual({})
})

test.each([
  [{ author: [{ family: 'Ahn' }] }, 'Ahn'],
  [{ editor: [{ literal: 'The Port' }] }, 'The Port'],
  [{}, ''],
])('the first name of %j', (item, name) => {
  expect(firstName(item)).toBe(name)
})

test.each([
  [{ 'date-parts': [[2021, 3, 4]] }, 2021],
  [{ raw: 'March 1999' }, 1999],
  [{ literal: 'in spring' }, null],
  [undefined, null],
])('the year of %j', (date, year) => {
  expect(yearOf(date)).toBe(year)
})
