import { expect, test } from 'vitest'
import { emptyState, type ProjectState } from '../../../shared/project-state.ts'
import { reviewHash } from '../../../shared/questions/verdicts.ts'
import type { Draft, Finding, Order } from '../../../shared/records.ts'
import { shortfalls, workOrders, type Shortfall } from './check.ts'
import { draft, drafted, plan, put, section, tide } from './testing/records.ts'

const noted = put(emptyState(), tide, plan, section(1), section(2))
const planned = put(noted, { ...plan, notes: [] })
const good = draft(1, 'The tide came in.')
const bad = draft(2, 'Nothing came.')
const failed = drafted(1, { code: 'reply-refusal', sentence: 'The model declined.' })

const judged = (state: ProjectState, of: Draft, ...findings: Finding[]): ProjectState =>
  put(state, {
    id: `review:${of.id.slice('draft:'.length)}`,
    draft: of.id,
    section: of.section,
    madeFrom: reviewHash(state, of),
    findings,
  })

const off = { constraint: null, fault: 'It wanders.', verdict: 'broken', by: 'model' } as const
const say = 'Say: "tide"'

const cases: readonly (readonly [string, ProjectState, readonly Shortfall[]])[] = [
  [
    'a section that keeps its duties',
    put(planned, section(1), good, drafted(1)),
    [{ section: 'Week 2', verdict: 'owed', owes: say }],
  ],
  [
    'what the plan had to be mended for',
    put(noted, good, draft(2, 'High tide.')),
    [{ section: null, verdict: 'broken', owes: 'Two titles were alike.' }],
  ],
  [
    'a duty that is broken',
    put(planned, good, bad),
    [{ section: 'Week 2', verdict: 'broken', owes: say, advice: expect.any(String) as string }],
  ],
  [
    'a section that failed',
    put(planned, failed, draft(2, 'High tide.')),
    [
      {
        section: 'Week 1',
        verdict: 'broken',
        owes: 'It could not be written as it should be. The model declined.',
      },
      { section: 'Week 1', verdict: 'broken', owes: say },
    ],
  ],
  [
    'a draft that was kept with its fault',
    put(
      planned,
      { ...good, fault: { code: 'reply-cut', sentence: 'It breaks off.' } },
      draft(2, 'High tide.'),
    ),
    [{ section: 'Week 1', verdict: 'broken', owes: 'It breaks off.' }],
  ],
  [
    'a fault its review found',
    judged(put(planned, good, draft(2, 'High tide.')), good, { ...off, quote: 'came in', advice: 'Stay.' }),
    [{ section: 'Week 1', verdict: 'broken', owes: 'It wanders.', quote: 'came in', advice: 'Stay.' }],
  ],
]

test.each(cases)('%s', (_, state, expected) => {
  expect(shortfalls(state)).toEqual(expected)
})

const order = (n: number, some: Partial<Order> = {}): Order => ({
  id: `order:${n}`,
  kind: 'seam',
  section: `section:${n}`,
  sentence: 'It reads badly.',
  places: [],
  advice: 'Say when.',
  status: 'open',
  by: 'model',
  madeFrom: '',
  take: 0,
  at: 0,
  ...some,
})

test('work orders that wait, in reading order', () => {
  const quotes = [
    { section: 'section:1', quote: 'Before.' },
    { section: 'section:2', quote: 'The\ntide.' },
  ] as const
  const state = put(
    planned,
    order(2, { places: [...quotes], kind: 'duplicate' }),
    order(1, { status: 'failed' }),
    order(3),
    ...(['suspected', 'asked', 'ended', 'dropped'] as const).map((status, i) =>
      order(4 + i, { status, section: 'section:1' }),
    ),
  )
  expect(workOrders(state)).toEqual([
    { section: 'Week 1', kind: 'seam', says: 'It reads badly.', advice: 'Say when.' },
    {
      section: 'Week 2',
      kind: 'duplicate',
      says: 'It reads badly.',
      quote: 'The tide.',
      advice: 'Say when.',
    },
  ])
})
