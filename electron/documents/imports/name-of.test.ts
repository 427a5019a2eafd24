import { expect, test } from 'vitest'
import { dateOf } from './date-of.ts'
import { nameOf, namesOf } from './name-of.ts'

test.each([
  ['Ann Dijk', { given: 'Ann', family: 'Dijk' }],
  ['Dijk, Ann B.', { given: 'Ann B.', family: 'Dijk' }],
  ['Ann van der Dijk', { given: 'Ann', 'non-dropping-particle': 'van der', family: 'Dijk' }],
  ['van Dijk, Ann', { given: 'Ann', 'non-dropping-particle': 'van', family: 'Dijk' }],
  ['Van Dijk, Ann', { given: 'Ann', family: 'Van Dijk' }],
  ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['灯塔 守', { literal: '灯塔 守' }],
  ['UNESCO', { literal: 'UNESCO' }],
])('the name %s', (written, name) => {
  expect(nameOf(written)).toEqual(name)
})

test('several names', () => {
  expect(namesOf('Ann Dijk and Bo Ek; Cy Ott').map(({ family }) => family)).toEqual(['Dijk', 'Ek', 'Ott'])
})

test.each([
  ['2021', { 'date-parts': [[2021]] }],
  ['2021-03', { 'date-parts': [[2021, 3]] }],
  ['2021-03-04T10:00:00Z', { 'date-parts': [[2021, 3, 4]] }],
  ['2021/03/04', { 'date-parts': [[2021, 3, 4]] }],
  ['2021///', { 'date-parts': [[2021]] }],
  ['spring 2021', { literal: 'spring 2021' }],
  [' ', undefined],
])('the date %s', (written, date) => {
  expect(dateOf(written)).toEqual(date)
})
