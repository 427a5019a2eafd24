import { expect, test } from 'vitest'
import type { AnyRecord, Section } from '../records.ts'
import { draft, plan, section, state } from '../test-kit.ts'
import { roughJoins, seamId } from './joins.ts'

const sections = Array.from({ length: 12 }, (_, i) => section(i + 1))
const texts = sections.map((_, i) => draft(i + 1))
const written = (...rest: readonly AnyRecord[]) => state(...sections, ...texts, ...rest)

/** The sections whose join with the one before is in each batch. */
const batches = (of: ReturnType<typeof state>, isReady?: (section: Section) => boolean) =>
  roughJoins(of, isReady).map(({ joins }) => joins.map(({ right }) => right.order).join(' '))

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['all of them, eight at a time', batches(written(plan())), ['2 3 4 5 6 7 8 9', '10 11 12']],
  [
    'those whose texts are settled',
    batches(written(plan()), ({ order }) => order !== 10),
    ['2 3 4 5 6 7 8 9'],
  ],
  [
    'cut at the same places, whichever comes first',
    batches(written(plan()), ({ order }) => order > 8),
    ['10 11 12'],
  ],
  ['a section on both sides of a cut', batches(written(plan()), ({ order }) => order !== 9), []],
  ['none that may still grow, while the plan is made', batches(written()), ['2 3 4 5 6 7 8 9']],
])('joins nobody has looked at: %s', (_, found, expected) => {
  expect(found).toEqual(expected)
})

test('a join that was looked at comes again when one of its texts has changed', () => {
  const looked = roughJoins(written(plan())).flatMap(({ joins }) =>
    joins.map(({ left, right, hash }): AnyRecord => ({
      id: seamId(left, right),
      left: left.id,
      right: right.id,
      madeFrom: hash,
      advice: null,
    })),
  )
  expect(batches(written(plan(), ...looked))).toEqual([])
  expect(batches(written(plan(), ...looked, draft(11, { text: 'Another text.' })))).toEqual(['11 12'])
})
