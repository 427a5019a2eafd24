import { expect, test } from 'vitest'
import type { Call } from '../../../shared/records.ts'
import { call, section } from '../../../shared/test-kit.ts'
import { callFigures, callName, callTokens } from './call-words.ts'

const usage = { input: 2_000, cached: 500, output: 120 }

test.each<readonly [string, Partial<Call>, string]>([
  ['under way', { status: 'started' }, 'under way'],
  ['ended', { usage, endedAt: 3_000 }, '2k in, 25 % of it from a cache, 120 out · 3 s'],
  ['without a cache', { usage: { ...usage, cached: 0 }, endedAt: 3_000 }, '2k in, 120 out · 3 s'],
  [
    'that thought',
    { usage: { ...usage, thinking: 90 }, endedAt: 3_000 },
    '2k in, 25 % of it from a cache, 120 out, 75 % of it thinking · 3 s',
  ],
  ['failed', { status: 'failed', endedAt: 1_000 }, 'failed · 1 s'],
  [
    'with a price',
    { usage, endedAt: 3_000, money: 0.02 },
    '2k in, 25 % of it from a cache, 120 out · 3 s · $0.020',
  ],
])('a call %s', (_, some, figures) => {
  expect(callFigures(call(1, some))).toBe(figures)
})

test('a call is named by its verb, and by its section where it has one', () => {
  expect([callName(call(1), section(1, { title: 'Night' })), callName(call(1), undefined)]).toEqual([
    'Draft: Night',
    'Draft',
  ])
})

test.each<readonly [string, Partial<Call>, string]>([
  ['nothing', {}, 'The server counted nothing.'],
  ['tokens', { usage }, '2,000 tokens in, 500 of them from a cache; 120 out.'],
  [
    'thinking too',
    { usage: { ...usage, thinking: 90 } },
    '2,000 tokens in, 500 of them from a cache; 120 out, 90 of them thinking.',
  ],
])('what a server counted, in full: %s', (_, some, tokens) => {
  expect(callTokens(call(1, some))).toBe(tokens)
})
