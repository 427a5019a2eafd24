import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Placement } from '../placement.ts'
import { placementPhrase } from './placement-phrase.ts'
import { readRequirements } from './read-requirements.ts'

test.each<[Placement, string, string]>([
  [{ where: 'document' }, 'anywhere in the work', '全文'],
  [{ where: 'each' }, 'in every week', '每周'],
  [{ where: 'once', at: 5 }, 'in week 5', '第5周'],
  [{ where: 'range', from: 24, to: 25 }, 'from week 24 to week 25', '从第24周到第25周'],
  [{ where: 'every', n: 5, from: 13 }, 'every 5 weeks from week 13', '从第13周开始，每5周一次'],
  [
    { where: 'every', n: 4, from: 19, to: 40 },
    'every 4 weeks from week 19 until week 40',
    '从第19周开始，每4周一次，到第40周为止',
  ],
  [{ where: 'some', units: [3, 7, 12] }, 'in weeks 3, 7 and 12', '第3、7、12周'],
])('%j', (placement, english, chinese) => {
  const units = { label: 'Menu Week' }
  expect([placementPhrase(placement, units), placementPhrase(placement, units, 'zh')]).toEqual([
    english,
    chinese,
  ])
})

const unit = fc.integer({ min: 1, max: 400 })
const placements: fc.Arbitrary<Placement> = fc.oneof(
  fc.constant<Placement>({ where: 'document' }),
  fc.constant<Placement>({ where: 'each' }),
  unit.map((at): Placement => ({ where: 'once', at })),
  fc
    .tuple(unit, unit)
    .filter(([from, more]) => more > 0 && from > 0)
    .map(([from, more]): Placement => ({ where: 'range', from, to: from + more })),
  fc
    .tuple(fc.integer({ min: 2, max: 60 }), unit, fc.option(unit))
    .map(([n, from, more]): Placement => ({ where: 'every', n, from, ...(more && { to: from + more }) })),
  fc
    .uniqueArray(unit, { minLength: 2, maxLength: 12 })
    .map((units): Placement => ({ where: 'some', units: units.toSorted((a, b) => a - b) })),
)
const labels = fc.constantFrom(
  'Week',
  'Day',
  'Floor',
  'Chapter',
  'Menu Week',
  'Block',
  'Letter',
  'Section',
  'Ballad',
)

test('any placement, said in a sentence, is read as the same placement', () => {
  fc.assert(
    fc.property(placements, labels, fc.boolean(), (placement, label, first) => {
      const phrase = placementPhrase(placement, { label })
      const text = first ? `${phrase}, mention the old ferry.` : `Mention the old ferry ${phrase}.`
      const { requirements } = readRequirements(text, { label, count: 900 })
      expect(requirements.map((each) => [each.placement, each.placed])).toEqual([[placement, true]])
    }),
    { numRuns: 400 },
  )
})

test('and so in Chinese', () => {
  fc.assert(
    fc.property(placements, fc.constantFrom('Week', 'Chapter', 'Floor', 'Lesson'), (placement, label) => {
      const text = `${placementPhrase(placement, { label }, 'zh')}，提到旧渡轮。`
      const { requirements } = readRequirements(text, { label, count: 900 })
      expect(requirements.map((each) => [each.placement, each.placed])).toEqual([[placement, true]])
    }),
    { numRuns: 400 },
  )
})
