import { expect, test } from 'vitest'
import type { ProjectState } from '../../../shared/project-state.ts'
import { reviewHash } from '../../../shared/questions/verdicts.ts'
import type { AnyRecord, Draft } from '../../../shared/records.ts'
import { draft, plan, reviewOf, section, state } from '../../../shared/test-kit.ts'
import { shareDone, steadyEnd, timeLeft } from './progress-made.ts'

const half = state(plan(), section(1), section(2), draft(1, { author: 'writer', at: 2_000 }))

/** The same, with these drafts behind their review; run 1 began at 1,000 ms. */
const reviewed = (...records: readonly AnyRecord[]): ProjectState => {
  const before = state(plan(), ...records)
  const drafts = records.filter((each): each is Draft => each.id.startsWith('draft:'))
  const reviews = drafts.map((each) => reviewOf(each, reviewHash(before, each)))
  return state(plan(), ...records, ...reviews)
}

test('sections weigh what they are to have in words', () => {
  const uneven = state(
    plan(),
    section(1, { words: 300 }),
    section(2, { words: 100 }),
    draft(1, { author: 'writer', at: 2_000 }),
  )
  expect([shareDone(half), shareDone(uneven)]).toEqual([0.5, 0.75])
})

const one = draft(1, { at: 2_000 })
const streaming = draft(1, { at: 2_000, standing: 'streaming' })

test.each([
  ['as much again, where half is done', reviewed(section(1), section(2), one), 11_000, 10_000],
  ['nothing yet, where it has worked for less than 5 s', reviewed(section(1), section(2), one), 5_900, null],
  [
    'nothing yet, where no section is settled',
    state(plan(), section(1), section(2), streaming),
    60_000,
    null,
  ],
  ['nothing, where all that is settled was before', reviewed(section(1), section(2), draft(1)), 60_000, null],
  ['nothing, where all that is settled is the writer’s', half, 60_000, null],
  [
    'less, where the rest is on hold',
    reviewed(section(1), section(2), section(3, { hold: true }), one),
    11_000,
    10_000,
  ],
] as const)('of the time left is told: %s', (_, shown, now, expected) => {
  expect(timeLeft(shown, now)).toBe(expected)
})

test('the end that is expected follows a new estimate slowly, and one that holds not at all', () => {
  expect([
    steadyEnd(null, 60_000, 0),
    steadyEnd(60_000, 160_000, 0),
    steadyEnd(60_000, 50_000, 10_000),
  ]).toEqual([60_000, 75_000, 60_000])
})
