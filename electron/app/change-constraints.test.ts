import { expect, test } from 'vitest'
import { inverseConstraintChange, type ConstraintChange } from '../../shared/constraint-change.ts'
import { AppError } from '../../shared/errors.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import type { Constraint } from '../../shared/records.ts'
import { say, state } from '../../shared/test-kit.ts'
import { changeConstraints } from './change-constraints.ts'

const choir: Constraint = {
  ...say('choir', { where: 'once', at: 3 }),
  origin: { from: 'brief', quote: 'The choir sings in week 3' },
}
const rain = say('rain', { where: 'each' })
const before = state(choir, rain)

const act = (from: ProjectState, change: ConstraintChange): ProjectState => {
  const { put = [], remove = [] } = changeConstraints(from, change)
  return applyEvent(from, { type: 'change', seq: from.seq, put, remove })
}

test.each<readonly [string, ConstraintChange, readonly Constraint[]]>([
  [
    'mended',
    { put: [{ ...choir, placement: { where: 'once', at: 4 }, mended: true }], remove: [] },
    [{ ...choir, placement: { where: 'once', at: 4 }, mended: true }, rain],
  ],
  ['muted', { put: [{ ...choir, muted: true }], remove: [] }, [{ ...choir, muted: true }, rain]],
  [
    'added',
    { put: [say('storm', { where: 'document' })], remove: [] },
    [choir, rain, say('storm', { where: 'document' })],
  ],
  ['removed, where it was added by hand', { put: [], remove: [rain.id] }, [choir]],
  ['put, where both are asked', { put: [rain], remove: [rain.id] }, [choir, rain]],
  ['left, where nobody knows it', { put: [], remove: ['constraint:none'] }, [choir, rain]],
])('a constraint is %s, and the inverse leads back', (_, change, expected) => {
  const after = act(before, change)
  expect([...after.constraint.values()]).toEqual(expected)
  expect(act(after, inverseConstraintChange(before, change)).constraint).toEqual(before.constraint)
})

test.each<readonly [string, ConstraintChange]>([
  ['to be gone although the brief says it', { put: [], remove: [choir.id] }],
  [
    'to have been read from elsewhere',
    { put: [{ ...choir, origin: { from: 'hand', quote: '' } }], remove: [] },
  ],
  [
    'from the last to the first',
    { put: [{ ...rain, placement: { where: 'range', from: 4, to: 3 } }], remove: [] },
  ],
  [
    'every so often until before it begins',
    { put: [{ ...rain, placement: { where: 'every', n: 2, from: 4, to: 3 } }], remove: [] },
  ],
  [
    'in units that do not rise',
    { put: [{ ...rain, placement: { where: 'some', units: [4, 4] } }], remove: [] },
  ],
])('refused: %s', (_, change) => {
  expect(() => changeConstraints(before, change)).toThrow(AppError)
})
