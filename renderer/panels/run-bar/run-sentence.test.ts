import { expect, test } from 'vitest'
import { estimate } from '../../../shared/estimate.ts'
import { stateOf } from '../../../shared/project-state.ts'
import type { Order, Run } from '../../../shared/records.ts'
import { brief, draft, plan, run, say, section } from '../../../shared/test-kit.ts'
import { brief as inBrief } from '../../ui/figures.ts'
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
  [
    'an end with checks that nobody has made',
    [plan(), section(1), mine, held, say('silt', { where: 'each' }), ended],
    null,
    'Done but for 1 section on hold: 2 words, 1 check to look at, 1 check not made yet',
  ],
  [
    'a run that was stopped',
    [plan(), section(1), section(2), mine, run(1, { status: 'stopped' })],
    null,
    'Stopped. Everything so far is kept',
  ],
  [
    'an end that left nothing, and something to do since',
    [plan(), section(1), section(2), section(3, { after: ['section:2'] }), mine, ended],
    null,
    'Left to do: 2 sections to write',
  ],
] as const)('%s', (_, records, left, expected) => {
  expect(runSentence(stateOf(records), 2_000, left, null)).toBe(expected)
})

const ready = stateOf([brief(), plan(), section(1), section(2)])
const rest = estimate(ready, {
  lanes: 1,
  price: () => null,
  own: {},
  past: () => ({ draft: { calls: 4, input: 4_000, cached: 0, output: 800, ms: 4_000 } }),
  isOneModel: false,
})

test.each([
  ['what it is likely to cost, by the one estimate there is', rest],
  ['nothing of the cost as long as nobody knows', null],
])('before a run it says %s', (_, given) => {
  const { input, output } = rest.total
  const about = given ? `: about ${inBrief(input + output)} tokens for 2 sections` : ''
  expect(runSentence(ready, 2_000, null, given)).toBe(`The plan is approved${about}`)
})
