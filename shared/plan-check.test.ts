import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanced, owned, planViolations, uncircled } from './plan-check.ts'
import type { Section } from './records.ts'
import { section } from './test-kit.ts'

test.each<[string, readonly Section[], readonly string[]]>([
  ['a good plan', [section(1), section(2)], []],
  [
    'an entry left open',
    [section(1, { intent: 'The flood, the quays ...' })],
    ['Section 1 leaves something open instead of saying it.'],
  ],
  [
    'an entry that is a draft',
    [section(1, { intent: 'word '.repeat(61).trim() })],
    ['Section 1 has an entry of more than 60 words.'],
  ],
  [
    'matter with two owners',
    [section(1, { owns: ['The flood'] }), section(2, { owns: ['the flood '] })],
    ['"the flood" is owned by more than one section.'],
  ],
])('%s', (_, leaves, expected) => {
  expect(planViolations(leaves)).toEqual(expected)
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
