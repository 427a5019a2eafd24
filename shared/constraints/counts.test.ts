import { expect, test } from 'vitest'
import { check, type Demand } from './demand.ts'

const told = (demand: Demand, text: string): string => {
  const { verdict, advice = '' } = check(demand, text) ?? { verdict: 'null' }
  return verdict === 'broken' ? `${verdict}: ${advice}` : verdict
}

test.each([
  ['Two words.', 'broken: 2 words; write at least 1 more.'],
  ['Now three words.', 'kept'],
  ['A well-known ferry sails here.', 'kept'],
  ['These are six words, all told.', 'broken: 6 words; cut at least 1.'],
  ['渡轮开走', 'kept'],
  ['渡轮早上开走了', 'broken: 7 words; cut at least 2.'],
  ['**One** _two_ [three](http://four.five)', 'kept'],
  ['One — two – three …', 'kept'],
  ['', 'broken: 0 words; write at least 3 more.'],
])('three to five words: %j is %s', (text, expected) => {
  expect(told({ kind: 'length', params: { min: 3, max: 5 } }, text)).toBe(expected)
})

test.each([
  ['It was Obvious.', 'broken', 'Obvious'],
  ['It was obviously so.', 'kept', undefined],
  ['An obviously obvious thing.', 'broken', 'obvious'],
  ['It was ob\u00advious.', 'broken', 'ob\u00advious'],
  ['“Obvious,” she said.', 'broken', 'Obvious'],
  ['It was **obvi**ous.', 'broken', 'obvious'],
  ['The non-obvious one.', 'broken', 'obvious'],
  ['Öbvious', 'kept', undefined],
  ['这很obvious吗', 'broken', 'obvious'],
  ['', 'kept', undefined],
])('never to say obvious: %j is %s', (text, verdict, quote) => {
  const found = check({ kind: 'avoids', params: { text: 'obvious' } }, text)
  expect([found?.verdict, found?.quote]).toEqual([verdict, quote])
})

test.each<[number | undefined, number | undefined, string, string]>([
  [2, undefined, 'So it goes. And so it goes.', 'kept'],
  [3, undefined, 'So it goes. And so it goes.', 'broken: It is said 2 times; say "so it goes" once more.'],
  [2, undefined, 'So it goes, so it goes on.', 'kept'],
  [2, undefined, '“So it goes.” **So** it goes.', 'kept'],
  [1, undefined, 'So it goes-on, also it goes.', 'kept'],
  [1, undefined, 'also it goest', 'broken: It is said 0 times; say "so it goes" once more.'],
  [undefined, 1, 'So it goes. So it goes.', 'broken: It is said 2 times; take "so it goes" out once.'],
  [undefined, 1, 'Nothing.', 'kept'],
  [1, 1, 'so it\ngoes', 'kept'],
  [0, 0, '', 'kept'],
])('so it goes %s to %s times: %j is %s', (min, max, text, expected) => {
  const params = { text: 'so it goes', ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  expect(told({ kind: 'repeats', params }, text)).toBe(expected)
})

test.each([
  ['哈哈哈哈', '哈哈', 2, 'kept'],
  ['哈哈哈哈', '哈哈', 3, 'broken'],
  ['潮水来了，潮水退了。', '潮水', 2, 'kept'],
  ['aaaa', 'aa', 1, 'broken'],
  ['aa aa', 'aa', 2, 'kept'],
])('in %j, %j comes at least %i times: %s', (text, wanted, min, verdict) => {
  expect(check({ kind: 'repeats', params: { text: wanted, min } }, text)?.verdict).toBe(verdict)
})

test.each([
  ['As said [@holt].', 1, 'kept'],
  ['As said [@holt; @lind, p. 3].', 2, 'kept'],
  ['As said [@holt] and again [@holt].', 2, 'broken: It cites 1 of 2 sources; cite 1 more, as [@key].'],
  ['Write to a@b.example [x].', 1, 'broken: It cites 0 of 1 sources; cite 1 more, as [@key].'],
  ['A note[^1].\n\n[^1]: See [@holt].', 1, 'kept'],
  ['他说[@王2019]。', 1, 'kept'],
  ['[@]', 1, 'broken: It cites 0 of 1 sources; cite 1 more, as [@key].'],
  ['- item [@a]\n- item [@b]', 2, 'kept'],
  ['', 1, 'broken: It cites 0 of 1 sources; cite 1 more, as [@key].'],
])('%j cites %i sources: %s', (text, min, expected) => {
  expect(told({ kind: 'cites', params: { min } }, text)).toBe(expected)
})

test('a rule is for a reader', () => {
  expect(check({ kind: 'rule', params: { text: 'Never explain a joke.' } }, 'Ha.')).toBeNull()
})
