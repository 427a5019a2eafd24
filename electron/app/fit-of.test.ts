import { expect, test } from 'vitest'
import { fitOf, type Measured } from './fit-of.ts'

const able: Measured = { tokensPerSecond: 20, contextSize: 16_384, json: 'schema' }

test.each<[string, Partial<Measured>, readonly string[]]>([
  ['everything', {}, ['planner', 'writer', 'reviewer']],
  ['JSON in words alone', { json: 'asked' }, ['planner', 'writer', 'reviewer']],
  ['no JSON', { json: 'none' }, ['writer']],
  ['no time to ask for JSON', { json: null }, ['writer']],
  ['little context', { contextSize: 4096 }, ['writer', 'reviewer']],
  ['hardly any context', { contextSize: 2048 }, ['reviewer']],
  ['a context nobody knows', { contextSize: null }, ['planner', 'writer', 'reviewer']],
  ['slowness', { tokensPerSecond: 2 }, ['planner', 'reviewer']],
])('a model with %s', (_, over, good) => {
  expect(fitOf({ ...able, ...over }).good).toEqual(good)
})

test('it is said in words', () => {
  expect(fitOf(able).fit).toEqual({
    planner: 'Fit: it gives JSON by a schema, and it reads 16,384 tokens at once.',
    writer: 'Fit: it writes about 900 words a minute, and it reads 16,384 tokens at once.',
    reviewer: 'Fit: it gives JSON by a schema.',
  })
  expect(fitOf({ ...able, tokensPerSecond: 0.01 }).fit.writer).toBe(
    'Slow: it writes about 1 word a minute. A smaller model would be faster.',
  )
  expect(fitOf({ tokensPerSecond: 1, contextSize: 4096, json: null }).fit).toEqual({
    planner: 'Not known: the time of the trial ran out before it was asked for JSON.',
    writer: 'Slow: it writes about 45 words a minute. A smaller model would be faster.',
    reviewer: 'Not known: the time of the trial ran out before it was asked for JSON.',
  })
})
