import { expect, test } from 'vitest'
import { gradeDocument, unitTexts } from './grade-document.ts'
import { heldRates } from './rates.ts'
import { taskSchema } from './task.ts'
import { wordsAsked } from './words-asked.ts'

const task = taskSchema.parse({
  id: 'street-1',
  prompt: 'Four houses, between 3 and 6 words each.',
  type: 'House',
  number: 4,
  checks_once: { '1': 'a bakery' },
  checks_range: { '2': 'lime trees', '3': 'lime trees' },
  checks_periodic: { '2': 'a lamp', '4': 'a lamp' },
})

const markdown = `# The street

## House 1

There is a bakery here.

## House 2

Lime trees, and no light at all to see by.

## House 3

## House *4*

A lamp.
`

test('a document is cut at its headings', () => {
  expect(unitTexts(markdown).map(({ heading }) => heading)).toEqual([
    'House 1',
    'House 2',
    'House 3',
    'House *4*',
  ])
})

test('a document is graded over the units that exist and over all checks', () => {
  const { units, words, checks } = gradeDocument(task, markdown)
  expect({ units, words }).toEqual({
    units: { asked: 4, written: 3 },
    words: { asked: { min: 3, max: 6 }, written: 17, offLength: ['2: 10', '4: 2'] },
  })
  expect(heldRates(checks)).toEqual({
    once: { checks: 1, written: 1, held: 1, overWritten: 1, overAll: 1 },
    range: { checks: 2, written: 1, held: 1, overWritten: 1, overAll: 0.5 },
    periodic: { checks: 2, written: 2, held: 1, overWritten: 0.5, overAll: 0.5 },
    all: { checks: 5, written: 4, held: 3, overWritten: 0.75, overAll: 0.6 },
  })
})

test('what was never written holds nothing', () => {
  const { units, checks } = gradeDocument(task, '# The street\n')
  expect([units.written, checks.filter(({ isHeld }) => isHeld).length]).toEqual([0, 0])
})

test.each([
  ['each with at least 120 words', { min: 120 }],
  ['with a minimum of 80 words', { min: 80 }],
  ['between 20 to 30 words', { min: 20, max: 30 }],
  ['as long as you like', null],
])('words asked: %s', (prompt, expected) => {
  expect(wordsAsked(prompt)).toEqual(expected)
})
