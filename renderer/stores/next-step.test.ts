import { expect, test } from 'vitest'
import { emptyState, stateOf } from '../../shared/project-state.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { brief, call, draft, plan, section, state } from '../../shared/test-kit.ts'
import { nextStep } from './next-step.ts'

const ran = (status: 'working' | 'stopped' | 'ended' | 'blocked'): AnyRecord => ({
  id: 'run:1',
  number: 1,
  status,
  model: 'practice',
  lanes: 4,
  approve: 'ask',
  setbacks: 0,
  startedAt: 1,
})

/** A section on hold with its text in place: nothing is left to be done in it. */
const settled: readonly AnyRecord[] = [section(1, { hold: true }), draft(1)]

const order = (status: 'open' | 'dropped'): AnyRecord => ({
  id: 'order:1',
  kind: 'duplicate',
  section: 'section:1',
  sentence: 'It is told twice.',
  places: [],
  advice: 'Tell it once.',
  status,
  by: 'code',
  madeFrom: '',
  take: 0,
  at: 1,
})

test.each([
  ['an empty project', emptyState(), 'brief'],
  ['a brief', stateOf([brief()]), 'plan'],
  ['a brief, planning stopped', stateOf([brief(), ran('stopped')]), 'resume'],
  ['a proposed plan', stateOf([brief(), plan({ status: 'proposed' }), section(1), ran('ended')]), 'approve'],
  ['an approved plan', stateOf([brief(), plan(), section(1), ran('ended')]), 'draft'],
  ['a run that works', state(brief(), plan(), section(1)), null],
  [
    'a run stopped over its first draft',
    stateOf([brief(), plan(), section(1), call(1), ran('stopped')]),
    'resume',
  ],
  [
    'one of two written',
    stateOf([brief(), plan(), section(1), section(2), draft(1), ran('stopped')]),
    'resume',
  ],
  ['a blocked run', stateOf([brief(), plan(), section(1), ran('blocked')]), 'resume'],
  [
    'a work order that waits when all is done',
    stateOf([brief(), plan(), ...settled, order('open'), ran('ended')]),
    'orders',
  ],
  [
    'a work order that was dropped',
    stateOf([brief(), plan(), ...settled, order('dropped'), ran('ended')]),
    'export',
  ],
] as const)('%s', (_, shown, expected) => {
  expect(nextStep(shown)).toBe(expected)
})
