import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitionStart } from './repetition.ts'

const prose = Array.from(
  { length: 60 },
  (_, i) => `On day ${i} the ferry left at ${i % 24} past low water, as it had to.`,
).join(' ')

test('the place where a text begins to repeat itself is found for every period, and only then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 400 }), fc.integer({ min: 0, max: 1_000 }), (period, from) => {
      const piece = prose.slice(from, from + period)
      fc.pre(/\p{L}/u.test(piece))
      expect(repetitionStart(`Before. ${piece}${piece}${piece}`)).not.toBeNull()
    }),
  )
  expect(repetitionStart(prose)).toBeNull()
})

const round = 'The tide came in again. '
test.each([
  ['a sentence', `It was late. ${round.repeat(15)}`, `It was late. ${round}`.length],
  ['Chinese', `天晚了。${'潮水又一次涨上来，没有人说话。'.repeat(5)}`, 19],
  ['a row of a table', '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |', null],
  ['signs', '* '.repeat(300), null],
])('%s', (_, text, expected) => {
  expect(repetitionStart(text)).toBe(expected)
})
