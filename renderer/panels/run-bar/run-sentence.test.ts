import { expect, test } from 'vitest'
import { stateOf } from '../../../shared/project-state.ts'
import type { Order, Run } from '../../../shared/records.ts'
import { brief, draft, plan, run, section } from '../../../shared/test-kit.ts'
import { runSentence } from './run-sentence.ts'

const ended: Run = run(1, { status: 'ended' })
const mine = draft(1, { author: 'writer', at: 1_000 })
const held = section(2, { hold: true })
const order = {
  id: 'order:1',
  kind: 'seam',
  section: 'section:1',
  sentence: 'It does not read on well.',
  places: [],
  advice: 'Begin otherwise.',
  status: 'open',
  by: 'model',
  madeFrom: '',
  take: 0,
  at: 1,
} as const satisfies Order

test.each([
  ['a run', [plan(), section(1), run(1)], null, '0 of 1 sections settled'],
  [
    'a run with its pace known',
    [plan(), section(1), run(1)],
    170_000,
    '0 of 1 sections settled, about 3 minutes left',
  ],
  ['planning', [brief(), run(1)], null, 'Planning'],
  ['an end', [plan(), section(1), mine, ended], null, 'Done: 2 words, every check kept'],
  [
    'an end with one on hold',
    [plan(), section(1), mine, held, ended],
    null,
    'Done but for 1 section on hold: 2 words, every check kept',
  ],
  [
    'an end with one on hold, and another that comes after it',
    [plan(), section(1), mine, held, section(3, { after: [held.id] }), ended],
    null,
    'Done but for 1 section on hold and 1 after it: 2 words, every check kept',
  ],
  [
    'a section on hold that has its text',
    [plan(), section(1, { hold: true }), mine, ended],
    null,
    'Done: 2 words, every check kept',
  ],
  [
    'an end with a work order that waits',
    [plan(), section(1), mine, order, ended],
    null,
    'Done: 2 words, 1 order to look at',
  ],
] as const)('%s', (_, records, left, expected) => {
  expect(runSentence(stateOf(records), 2_000, left)).toBe(expected)
})
