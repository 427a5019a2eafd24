import { expect, test } from 'vitest'
import type { AnyRecord, Review } from '../records.ts'
import { brief, draft, plan, say, section, state } from '../test-kit.ts'
import { isPlanStale, planHash, staleReviews } from './stale.ts'
import { reviewHash } from './verdicts.ts'

const asks = say('low water', { where: 'each' })
const moved = { ...asks, placement: { where: 'document' } } as const
const madeFrom = planHash(state(brief(), asks))

test.each<readonly [string, readonly AnyRecord[], boolean]>([
  ['no plan', [brief(), asks], false],
  ['the brief it was made from', [brief(), asks, plan({ madeFrom })], false],
  ['the same under another id', [brief(), { ...asks, id: 'constraint:r1' }, plan({ madeFrom })], false],
  ['another brief', [brief({ text: 'Write of the bus.' }), asks, plan({ madeFrom })], true],
  ['another constraint', [brief(), asks, say('tide', { where: 'each' }), plan({ madeFrom })], true],
  ['a constraint in another place', [brief(), moved, plan({ madeFrom })], true],
])('a plan is stale or not: %s', (_, records, expected) => {
  expect(isPlanStale(state(...records))).toBe(expected)
})

const reviewed = (n: number): Review => ({
  id: `review:${n}.1.0`,
  draft: `draft:${n}.1.0`,
  section: `section:${n}`,
  madeFrom: reviewHash(state(section(n), draft(n), asks), draft(n)),
  findings: [],
})
const written = [section(1), draft(1), reviewed(1), section(2), draft(2), section(3)]

test.each<readonly [string, readonly AnyRecord[], readonly number[]]>([
  ['the duties that were judged', [...written, asks], []],
  ['one more, for both', [...written, asks, say('tide', { where: 'each' })], [1]],
  ['one more, for another section', [...written, asks, say('tide', { where: 'once', at: 2 })], []],
  ['none any more', written, [1]],
])('a review is stale when its duties have changed: %s', (_, records, expected) => {
  expect(staleReviews(state(...records)).map(({ order }) => order)).toEqual(expected)
})
