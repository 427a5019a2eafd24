import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAsked, balanced, owned, planViolations, uncircled } from './plan-check.ts'
import type { Shape } from './questions/shape.ts'
import type { Section } from './records.ts'
import { section } from './test-kit.ts'

const ten = Array.from({ length: 10_000 }, (_, i) => section(i + 1))

test.each<readonly [string, readonly Section[], readonly Section[] | undefined, readonly string[]]>([
  ['no section', [], undefined, []],
  ['one section', [section(1)], undefined, []],
  ['10,000 sections', ten, undefined, []],
  ['a good plan', [section(1), section(2)], undefined, []],
  [
    'an entry left open',
    [section(1, { intent: 'The flood, the quays ...' })],
    undefined,
    ['Section 1 leaves something open instead of saying it.'],
  ],
  [
    'a title left open',
    [section(1, { title: 'The quays etc.' })],
    undefined,
    ['Section 1 leaves something open instead of saying it.'],
  ],
  ['an entry of 25 words', [section(1, { intent: 'word '.repeat(25).trim() })], undefined, []],
  [
    'an entry that is a draft',
    [section(1, { intent: 'word '.repeat(26).trim() })],
    undefined,
    ['Section 1 has an entry of more than 25 words.'],
  ],
  [
    'matter with two owners',
    [section(1, { owns: ['The flood'] }), section(2, { owns: ['the flood '] })],
    undefined,
    ['Section 2 owns "the flood", which section 1 owns.'],
  ],
  ['matter named twice by its owner', [section(1, { owns: ['The flood', 'the flood'] })], undefined, []],
  [
    'two entries that are the same',
    [section(1, { intent: 'The flood.' }), section(2, { intent: 'the flood.' })],
    undefined,
    ['Section 2 has the same entry as section 1.'],
  ],
  [
    'entries that code filled in',
    [section(1, { intent: asAsked }), section(2, { intent: asAsked })],
    undefined,
    [],
  ],
  ['what stands is not told about', [section(1, { intent: 'And so on' }), section(2)], [section(2)], []],
  [
    'of two owners the fresh one is told, wherever it stands',
    [section(1, { owns: ['the flood'] }), section(2, { owns: ['the flood'] })],
    [section(1)],
    ['Section 1 owns "the flood", which section 2 owns.'],
  ],
])('%s', (_, leaves, fresh, expected) => {
  expect(planViolations(leaves, fresh)).toEqual(expected)
})

const free = { label: 'Chapter', count: null, least: 1, most: 60, each: null, stated: true }
const sections = fc
  .array(fc.tuple(fc.nat(3_000), fc.array(fc.integer({ min: 1, max: 12 }))), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(([words, after], i) =>
      section(i + 1, { words, after: after.map((n): Section['id'] => `section:${n}`) }),
    ),
  )

test('budgets add up to the words wanted, and every section has some', () => {
  fc.assert(
    fc.property(sections, fc.integer({ min: 100, max: 100_000 }), (leaves, words) => {
      const budgets = balanced(leaves, { ...free, words }).map((each) => each.words)
      expect(Math.abs(budgets.reduce((a, b) => a + b, 0) - words)).toBeLessThanOrEqual(words * 0.05)
      expect(Math.min(...budgets)).toBeGreaterThan(0)
    }),
  )
})

test.each<readonly [string, readonly number[], Partial<Shape>, readonly number[]]>([
  ['none', [], {}, []],
  ['one', [7], {}, [1_000]],
  ['in proportion', [100, 300], {}, [250, 750]],
  ['none given', [0, 0], {}, [500, 500]],
  ['an absurd one', [1_000_000, 1, 1, 1, 1, 1, 1, 1], {}, [364, 91, 90, 91, 91, 91, 91, 91]],
  ['a tiny one', [1, 1_000, 1_000, 1_000], {}, [77, 308, 307, 308]],
  ['units have their length', [1, 90], { each: 200 }, [200, 200]],
  ['not stated: the planner has read the brief', [100, 900], { stated: false }, [100, 900]],
  ['not stated: absurd ones', [0, 1_000_000], { stated: false }, [1, 10_000]],
])('budgets: %s', (_, words, some, expected) => {
  const leaves = words.map((each, i) => section(i + 1, { words: each }))
  expect(balanced(leaves, { ...free, words: 1_000, ...some }).map((each) => each.words)).toEqual(expected)
})

test.each<readonly [string, readonly (readonly number[])[], readonly (readonly number[])[]]>([
  ['itself', [[1]], [[]]],
  ['each other', [[2], [1]], [[2], []]],
  ['a circle of three', [[2], [3], [1]], [[2], [3], []]],
  ['what is not there', [[9], [1]], [[], [1]]],
  ['the same twice', [[], [1, 1]], [[], [1]]],
])('a section that waits for %s', (_, waits, expected) => {
  const ids = (after: readonly number[]) => after.map((n): Section['id'] => `section:${n}`)
  const leaves = waits.map((after, i) => section(i + 1, { after: ids(after) }))
  expect(uncircled(leaves).map(({ after }) => after)).toEqual(expected.map(ids))
})

test('10,000 sections that wait for each other in one circle are soon written in order', () => {
  const circle = ten.map((each, i) => ({
    ...each,
    after: [`section:${((i + 1) % ten.length) + 1}` as const],
  }))
  const waits = uncircled(circle)
  expect(waits.filter(({ after }) => after.length === 0).map(({ id }) => id)).toEqual(['section:10000'])
})

test('no section waits in a circle, and an order that had none is kept', () => {
  fc.assert(
    fc.property(sections, (leaves) => {
      const plan = uncircled(leaves)
      const written = new Set<string>()
      for (let round = 0; round < plan.length; round += 1) {
        for (const { id, after } of plan) if (after.every((each) => written.has(each))) written.add(id)
      }
      expect(written.size).toBe(plan.length)
      const backwards = leaves.map((each, i) => ({
        ...each,
        after: [...new Set(each.after)].filter(
          (id) => leaves.findIndex((other) => other.id === id) < i && leaves.some((other) => other.id === id),
        ),
      }))
      expect(uncircled(backwards)).toEqual(backwards)
    }),
  )
})

test('matter has one owner; the others must leave it', () => {
  expect(owned([section(1, { owns: ['a', 'b'] }), section(2, { owns: ['B', 'c'] })])).toEqual([
    section(1, { owns: ['a', 'b'] }),
    section(2, { owns: ['c'], leaves: ['B'] }),
  ])
})
