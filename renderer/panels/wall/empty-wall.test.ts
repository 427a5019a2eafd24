import { expect, test } from 'vitest'
import { stateOf } from '../../../shared/project-state.ts'
import type { Run } from '../../../shared/records.ts'
import { brief, draft, plan, run, section } from '../../../shared/test-kit.ts'
import { emptyWall } from './empty-wall.ts'

const over = (status: Run['status']): Run => run(1, { status, startedAt: 5_000 })
const mine = draft(1, { author: 'writer' })
const works = over('working')

test.each([
  ['an empty brief', [brief({ text: '' })], 'Nothing is planned yet.'],
  ['a brief', [brief()], 'Nothing is planned yet.'],
  ['planning', [brief(), works], 'The plan is being made.'],
  ['planning that was stopped', [brief(), over('stopped')], 'The planning was stopped.'],
  [
    'a plan to be approved',
    [plan({ status: 'proposed' }), section(1), over('ended')],
    'The plan waits for your yes.',
  ],
  ['an approved plan', [plan(), section(1), over('ended')], 'The plan is approved.'],
  ['the begin of a run', [plan(), section(1), works], 'The first draft is about to begin.'],
  ['a run that only checks', [plan(), section(1), mine, works], 'The texts that stand are being checked.'],
  ['a run that waits', [plan(), section(1), over('waiting')], 'The run waits and goes on by itself.'],
  [
    'a text to be redone',
    [plan(), section(1, { take: 2 }), mine, over('ended')],
    '1 section waits for a draft.',
  ],
  [
    'two that wait',
    [plan(), section(1), section(2), section(3), draft(3, { author: 'writer' }), over('stopped')],
    '2 sections wait for a draft.',
  ],
  ['checks that wait', [plan(), section(1), draft(1), over('stopped')], 'Every section has its draft.'],
  [
    'the end',
    [plan(), section(1), draft(1, { author: 'writer', at: 9_000 }), over('ended')],
    'Nothing is left to draft.',
  ],
] as const)('%s', (_, records, expected) => {
  expect(emptyWall(stateOf(records)).title).toBe(expected)
})
