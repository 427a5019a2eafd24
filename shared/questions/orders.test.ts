import { describe, expect, test } from 'vitest'
import type { AnyRecord, Order } from '../records.ts'
import { brief, call, draft, plan, reviewOf, run, section, state } from '../test-kit.ts'
import { agenda, agendaOfRun } from './agenda.ts'
import { bounds, callBound, callsSpent } from './bounds.ts'
import { reviewStep, rememberStep, searchStep } from './steps.ts'
import { holdsStill } from './phase.ts'
import { askedOrders, openOrders, proposalNow } from './orders.ts'
import { reviewHash } from './verdicts.ts'
import { textHash } from './text-hash.ts'
import { hashOf } from '../text/hash.ts'

const order = (n: number, some: Partial<Order> = {}): Order => ({
  id: `order:${n}`,
  kind: 'seam',
  section: 'section:1',
  sentence: '',
  places: [],
  advice: '',
  status: 'asked',
  by: 'model',
  madeFrom: '',
  take: 1,
  at: n,
  ...some,
})
const ids = (orders: readonly Order[]): readonly string[] => orders.map(({ id }) => id)
const work = (...records: readonly AnyRecord[]) =>
  agenda(state(brief(), plan(), ...records)).map(
    ({ verb, step }) => `${verb} ${step.replace(/[0-9a-f]{16}$/u, '#')}`,
  )

describe('what is asked for', () => {
  test.each<readonly [string, readonly Order[], readonly string[]]>([
    ['first asked first', [order(2), order(1)], ['order:1', 'order:2']],
    ['only what is asked', [order(1, { status: 'open' }), order(2, { status: 'ended' })], []],
    ['no change that needs no model', [order(1, { put: [] }), order(2, { kind: 'term' })], []],
    ['no plan, which others make', [order(1, { kind: 'plan' })], []],
    ['nothing for a section that is gone', [order(1, { section: 'section:9' })], []],
  ])('%s', (_, orders, expected) => {
    expect(ids(askedOrders(state(section(1), ...orders)))).toEqual(expected)
  })

  test('comes before all else, and a run for orders does nothing else', () => {
    const records = [brief(), plan(), section(1), draft(1), order(1), section(2)]
    const asked = ['order step:order/1/1']
    const verbs = (of: typeof agendaOfRun, ...more: readonly AnyRecord[]) =>
      of(state(...records, ...more)).map(({ verb, step }) => `${verb} ${step}`)
    expect(verbs(agenda).slice(0, 1)).toEqual(asked)
    expect(verbs(agendaOfRun).length).toBeGreaterThan(1)
    expect(verbs(agendaOfRun, run(2, { scope: 'orders' }))).toEqual(asked)
    expect(verbs(agendaOfRun, run(2, { scope: 'orders' }), run(3)).length).toBeGreaterThan(1)
  })

  test('is counted apart from its section, and every asking has its bound', () => {
    const calls = [call(1), call(2, { step: 'step:order/1/1' })]
    const before = state(brief(), plan(), section(1), ...calls)
    expect(callsSpent(before, 'section:1', 1)).toBe(1)
    const asked = state(brief(), plan(), section(1), order(1, { take: 3 }))
    const none = state(brief(), plan(), section(1))
    expect(callBound(asked, 1) - callBound(none, 1)).toBe(3 * bounds.stepCalls)
  })

  test('a run for orders does not make the writer’s text hold still', () => {
    const typed = draft(1, { author: 'writer', at: 1_500 })
    expect([
      holdsStill(state(run(1), typed), typed),
      holdsStill(state(run(1), run(2, { scope: 'orders' }), typed), typed),
      holdsStill(state(run(1), run(2), typed), typed),
    ]).toEqual([false, false, true])
  })
})

test('what waits for the writer is what was found and what failed, in reading order', () => {
  const orders = [
    order(3, { section: 'section:2', status: 'open' }),
    order(2, { status: 'failed' }),
    order(1, { status: 'open' }),
    order(4, { status: 'suspected' }),
    order(5, { status: 'dropped' }),
    order(6, { status: 'open', section: 'section:9' }),
  ]
  expect(ids(openOrders(state(section(1), section(2), ...orders)))).toEqual(['order:1', 'order:2', 'order:3'])
})

describe('a proposal on what stands now', () => {
  const edits = [{ from: 0, to: 4, quote: 'Ines', text: 'Inés' }]
  const proposal = draft(1, { id: 'draft:p', standing: 'proposal', text: 'Inés waits.' })
  test.each<readonly [string, string, readonly AnyRecord[], string]>([
    ['as it was made', 'Ines waits.', [order(1, { draft: 'draft:p', edits })], 'Inés waits.'],
    ['in a text that changed', 'Then Ines left.', [order(1, { draft: 'draft:p', edits })], 'Then Inés left.'],
    ['where its place is gone', 'Nobody.', [order(1, { draft: 'draft:p', edits })], 'Inés waits.'],
    ['of no order', 'Then Ines left.', [], 'Inés waits.'],
  ])('%s', (_, text, orders, expected) => {
    expect(proposalNow(state(section(1), draft(1, { text }), proposal, ...orders), proposal)).toBe(expected)
  })
})

describe('what needs all texts comes when they are settled', () => {
  const settled = (...numbers: readonly number[]): readonly AnyRecord[] =>
    numbers.flatMap((n): readonly AnyRecord[] => {
      const text = draft(n)
      const step = { section: text.section, status: 'ended' } as const
      const here = state(brief(), section(n), text)
      return [
        section(n),
        text,
        { ...step, id: `step:draft/${n}/1`, verb: 'draft' },
        { ...step, id: reviewStep(text, reviewHash(here, text)), verb: 'review' },
        reviewOf(text, reviewHash(here, text)),
        { ...step, id: rememberStep(text, textHash(text)), verb: 'remember' },
      ]
    })
  const hashes = [draft(1), draft(2)].map(textHash)
  const joined: AnyRecord = {
    id: 'seam:1~2',
    left: 'section:1',
    right: 'section:2',
    madeFrom: hashOf(hashes),
    advice: null,
  }
  const searched: AnyRecord = {
    id: searchStep(hashOf([draft(1), draft(2)].map((each) => [each.section, textHash(each)]))),
    verb: 'join',
    section: null,
    status: 'ended',
  }
  test.each<readonly [string, readonly AnyRecord[], readonly string[]]>([
    ['not before', [...settled(1, 2), section(3)], ['draft step:draft/3/1']],
    ['the joins and the search', settled(1, 2), ['search step:join/search-#', 'join step:join/#']],
    ['each once', [...settled(1, 2), joined, searched], []],
    ['no search of one text', settled(1), []],
    [
      'nothing while the writer is at work',
      [...settled(1, 2), draft(2, { author: 'writer', at: 9_999 })],
      [],
    ],
    [
      'what is suspected, those of one answer once',
      [
        ...settled(1, 2),
        joined,
        searched,
        order(1, { status: 'suspected' }),
        order(2, { status: 'suspected', like: 'order:1' }),
      ],
      ['confirm step:join/confirm-#'],
    ],
  ])('%s', (_, records, expected) => {
    expect(work(...records)).toEqual(expected)
  })
})
