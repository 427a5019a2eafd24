import { expect, test } from 'vitest'
import { estimate, type Means } from './estimate.ts'
import { addPaces, halved, paceOf, type Pace } from './pace.ts'
import { brief, call, draft, plan, section, state } from './test-kit.ts'

const figures = { calls: 4, input: 400, cached: 40, output: 800, ms: 8_000 }
const means = (some: Partial<Means> = {}): Means => ({
  lanes: 2,
  price: () => ({ input: 1, cached: 0.1, output: 10 }),
  own: {},
  past: () => ({}),
  isOneModel: true,
  ...some,
})
const planned = state(brief(), plan(), section(1), section(2), section(3, { take: 1 }), draft(3))

test('what is left of a plan is estimated from what calls have cost', () => {
  const own: Pace = { draft: figures, review: { ...figures, calls: 4 } }
  const { phases, total, basis } = estimate(planned, means({ own }))
  const drafts = phases.find(({ verb }) => verb === 'draft')
  expect(drafts).toEqual({
    verb: 'draft',
    calls: 2,
    input: 200,
    cached: 20,
    output: 400,
    minutes: (2_000 * 2) / 2 / 60_000,
    money: (180 * 1 + 20 * 0.1 + 400 * 10) / 1_000_000,
  })
  expect(basis).toBe('this project')
  expect(total.calls).toBe(phases.reduce((sum, { calls }) => sum + calls, 0))
})

test.each([
  ['nothing is known', {}, 'a guess'],
  ['the model worked before', { past: () => ({ draft: figures }) }, 'earlier runs'],
  ['two calls are too few', { own: { draft: { ...figures, calls: 2 } } }, 'a guess'],
] as const)('%s: it says what it rests on', (_, some, basis) => {
  expect(estimate(planned, means(some)).basis).toBe(basis)
})

test('how often a draft is reviewed is learnt from the past of one model that played every role, not from two', () => {
  const past = () => ({ draft: figures, review: { ...figures, calls: 40 } })
  const reviews = (isOneModel: boolean) =>
    estimate(planned, means({ past, isOneModel })).phases.find(({ verb }) => verb === 'review')?.calls
  // Two sections are to be drafted, and the text of the third has no review yet.
  expect([reviews(true), reviews(false)]).toEqual([21, 3])
})

test('each task is estimated by the past and the price of the model that does it', () => {
  const slow: Pace = { review: { calls: 4, input: 0, cached: 0, output: 4_000, ms: 400_000 } }
  const { phases } = estimate(
    planned,
    means({
      past: (task) => (task === 'review' ? slow : { review: figures }),
      price: (task) => ({ input: 1, output: task === 'review' ? 1_000 : 1 }),
    }),
  )
  const review = phases.find(({ verb }) => verb === 'review')
  expect([review?.output, review?.money, review?.minutes]).toEqual([3_000, 3, 300_000 / 2 / 60_000])
})

test('the critique of a plan is counted with planning, at the price of who does it', () => {
  const state1 = state(brief({ units: { label: 'Week', count: 40 } }))
  const money = (price: Means['price']) =>
    estimate(state1, means({ price })).phases.find(({ verb }) => verb === 'plan')?.money ?? 0
  const usual = money(() => ({ input: 1, output: 1 }))
  expect(money((task) => ({ input: 1, output: task === 'critique' ? 2 : 1 }))).toBeGreaterThan(usual)
})

test('a model without a price has no price in all', () => {
  const price: Means['price'] = (verb) => (verb === 'review' ? null : { input: 1, output: 1 })
  const { phases, total } = estimate(planned, means({ price }))
  expect(phases.map(({ verb, money }) => [verb, money === null])).toContainEqual(['review', true])
  expect(total.money).toBe(null)
})

test('before there is a plan, planning and the sections it will have are counted', () => {
  const verbs = estimate(state(brief({ units: { label: 'Week', count: 40 } })), means()).phases.map(
    ({ verb, calls }) => [verb, calls],
  )
  expect(verbs).toEqual([
    ['understand', 1],
    ['plan', 3],
    ['draft', 40],
    ['review', 48],
    ['revise', 10],
    ['remember', 20],
    ['join', 5],
  ])
})

test('a work that is written costs nothing more', () => {
  const done = state(brief(), plan(), section(1), draft(1, { author: 'writer', at: 5_000 }))
  expect(estimate(done, means()).total).toEqual({
    calls: 0,
    input: 0,
    cached: 0,
    output: 0,
    minutes: 0,
    money: 0,
  })
})

test('paces are sums of answered calls', () => {
  const usage = { input: 10, cached: 2, output: 5 }
  const calls = [
    call(1, { verb: 'draft', usage, startedAt: 100, endedAt: 600 }),
    call(2, { verb: 'draft', usage, startedAt: 100, endedAt: 300 }),
    call(3, { verb: 'review', startedAt: 100 }),
  ]
  const pace = paceOf(calls)
  expect(pace.draft).toEqual({ calls: 2, input: 20, cached: 4, output: 10, ms: 700 })
  expect(pace.review).toEqual({ calls: 0, input: 0, cached: 0, output: 0, ms: 0 })
  expect(addPaces(pace, pace).draft?.ms).toBe(1_400)
  expect(halved(pace).draft?.input).toBe(10)
})

test.each([
  ['every section of a novel', [brief({ form: 'novel' }), section(1), section(2)], 2],
  ['what another waits for', [brief(), section(1), section(2, { after: ['section:1'] })], 1],
  ['no short section that nothing waits for', [brief(), section(1), section(2)], 0],
])('the loop’s own rule says what is remembered: %s', (_, records, calls) => {
  const { phases } = estimate(state(plan(), ...records), means())
  expect(phases.find(({ verb }) => verb === 'remember')?.calls ?? 0).toBe(calls)
})
