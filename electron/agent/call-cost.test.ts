import { expect, test } from 'vitest'
import type { Usage } from '../../shared/model.ts'
import type { Fault } from '../../shared/records.ts'
import { callCost } from './call-cost.ts'

const million = 1_000_000
const price = { input: 1, cached: 4, output: 10 }
const reserved = { input: million, output: million, price }
const nothing = { text: '', thinking: '', usage: null, fault: null, endpoint: null }
const fault = (code: Fault['code']): Fault => ({ code, sentence: 'x' })
const usage: Usage = { input: million, cached: million, output: 0 }

test.each([
  ['as the vendor counts', { usage }, { usage, money: 4 }],
  [
    'what was heard, at a guess, and all input at its dearest',
    { text: 'a'.repeat(3), thinking: 'b'.repeat(3) },
    { usage: { input: million, cached: 0, output: 2 }, money: 4 + 20 / million },
  ],
  ['stopped before a word: what was reserved', {}, {}],
  ['a stall before a word: the input', { fault: fault('reply-stalled') }, { reserved: million, money: 4 }],
  ['no end and no word: the input', { fault: fault('reply-cut') }, { reserved: million, money: 4 }],
  [
    'trouble in the server: the input',
    { fault: fault('model-unreachable') },
    { reserved: million, money: 4 },
  ],
  [
    'no connection, no leave: nothing',
    { endpoint: { fault: fault('model-busy') } },
    { reserved: 0, money: 0 },
  ],
  ['a request refused: nothing', { fault: fault('model-refused-request') }, { reserved: 0, money: 0 }],
  [
    'too long a request: how long it was, and no money',
    { fault: fault('reply-too-long') },
    { reserved: million, money: 0 },
  ],
])('%s', (_, some, expected) => {
  expect(callCost(reserved, { ...nothing, ...some })).toEqual(expected)
})

test('without a price there is no money', () => {
  const { price: _, ...tokens } = reserved
  expect(callCost(tokens, { ...nothing, fault: fault('reply-stalled') })).toEqual({ reserved: million })
})
