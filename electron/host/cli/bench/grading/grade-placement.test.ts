import { expect, test } from 'vitest'
import { gradePlacement } from './grade-placement.ts'
import { labelFaults } from './label-faults.ts'
import { placementRates } from './rates.ts'
import { taskSchema } from './task.ts'

const task = taskSchema.parse({
  id: 'street-1',
  prompt: 'Twelve houses.',
  type: 'House',
  number: '12',
  checks_once: { '03': 'a bakery', '5': 'my aunt birthday, my uncle birthday' },
  checks_range: { '7': 'a row of lime trees', '8': 'a row of lime trees' },
  checks_periodic: { '4': 'a lamp', '8': 'a lamp', '12': 'a lamp' },
})

test('a placement is graded by its words alone', () => {
  const grade = gradePlacement(task, {
    3: ['the bakery'],
    4: ['a lamp', 'a bakery'],
    5: ["my aunt's birthday", 'my uncle: birthday'],
    7: ['lime trees in a row', 'a weather vane'],
    8: ['a lamp'],
  })
  expect(grade.checks.filter(({ isFound }) => !isFound)).toEqual([
    { kind: 'range', unit: 8, label: 'a row of lime trees', isFound: false },
    { kind: 'periodic', unit: 12, label: 'a lamp', isFound: false },
  ])
  expect(grade.duties.filter(({ isRight }) => !isRight)).toEqual([
    { kind: 'once', unit: 4, duty: 'a bakery', isRight: false },
    { kind: null, unit: 7, duty: 'a weather vane', isRight: false },
  ])
  expect(placementRates([grade, grade])).toEqual({
    once: { checks: 4, found: 4, recall: 1, duties: 8, right: 6, precision: 0.75 },
    range: { checks: 4, found: 2, recall: 0.5, duties: 2, right: 2, precision: 1 },
    periodic: { checks: 6, found: 4, recall: 0.6667, duties: 4, right: 4, precision: 1 },
    all: { checks: 14, found: 10, recall: 0.7143, duties: 16, right: 12, precision: 0.75 },
  })
})

test('nothing placed is nothing found, and no share of nothing', () => {
  const { all } = placementRates([gradePlacement(task, {})])
  expect(all).toEqual({ checks: 7, found: 0, recall: 0, duties: 0, right: 0, precision: null })
})

const lost = labelFaults.find(({ fault }) => fault === 'lost label')
const notAsked = labelFaults.find(({ fault }) => fault === 'not asked')

test('a fault of the labels is excused in its own task, and nowhere else', () => {
  if (!lost || !notAsked) throw new Error('no faults are listed')
  const of = (fault: typeof lost, units: number) =>
    taskSchema.parse({
      id: fault.task,
      prompt: 'Anything.',
      type: 'House',
      number: units,
      [`checks_${fault.kind}`]: { [fault.key]: fault.fault === 'not asked' ? fault.label : 'a lamp' },
    })
  const owed = { [Number(lost.key)]: [lost.label, 'a lamp'] }
  expect(
    [
      gradePlacement(of(lost, lost.units), owed),
      gradePlacement(of(lost, lost.units + 1), owed),
      gradePlacement(of(notAsked, notAsked.units), {}),
      gradePlacement(of(notAsked, notAsked.units + 1), {}),
    ].map(({ checks, duties, excused }) => [
      checks.length,
      duties.filter(({ isRight }) => isRight).length,
      excused,
    ]),
  ).toEqual([
    [1, 2, 1],
    [1, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ])
})
