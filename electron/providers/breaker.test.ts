import { expect, test } from 'vitest'
import type { AttemptFailure } from './attempt.ts'
import { breakerOf, createBreaker } from './breaker.ts'
import type { Breaker, Outcome } from './breaker.ts'
import { manualClock } from './manual-clock.ts'

const failure: AttemptFailure = { code: 'model-unreachable', sentence: 'Down.', scope: 'endpoint' }
const outcomes: Record<string, Outcome> = {
  w: { type: 'works' },
  u: { type: 'unknown' },
  f: { type: 'fails', failure },
}

/** One letter a try: w works, f fails, u unknown, and a number is seconds that go by. Gives what the next try meets. */
const after = (script: string): string => {
  let now = 0
  const breaker = createBreaker(() => now)
  for (const word of script.split(' ').filter(Boolean)) {
    const outcome = outcomes[word]
    if (!outcome) now += Number(word) * 1000
    else settle(breaker, outcome)
  }
  const passage = breaker.enter()
  return passage.type === 'refused' ? `refused until ${passage.until / 1000}` : passage.type
}

const settle = (breaker: Breaker, outcome: Outcome): void => {
  const passage = breaker.enter()
  if (passage.type === 'go') passage.settle(outcome)
}

test.each([
  ['', 'go'],
  ['f f f f', 'go'],
  ['f f f f f', 'refused until 30'],
  ['f f f f w f f f f', 'go'],
  ['f f u f u f u f', 'refused until 30'],
  ['f f f f f 29', 'refused until 30'],
  ['f f f f f 30', 'go'],
  ['f f f f f 31 f', 'refused until 61'],
  ['f f f f f 31 w', 'go'],
  ['f f f f f 31 u', 'go'],
  ['f f f f f 31 w f f f f', 'go'],
  ['f f f f f -100', 'go'],
])('F9 breaker after “%s”: %s', (script, expected) => {
  expect(after(script)).toBe(expected)
})

test('only one try finds out whether the server is back; the others are told when it has', async () => {
  let now = 0
  const breaker = createBreaker(() => now)
  for (let i = 0; i < 5; i += 1) settle(breaker, { type: 'fails', failure })
  now = 30_000
  const probe = breaker.enter()
  const other = breaker.enter()
  expect([probe.type, other.type]).toEqual(['go', 'probing'])
  if (probe.type === 'go') probe.settle({ type: 'works' })
  if (other.type === 'probing') await other.settled
  expect(breaker.enter().type).toBe('go')
})

test('a breaker belongs to one endpoint of one platform', () => {
  const [one, two] = [manualClock().platform, manualClock().platform]
  const first = breakerOf(one, 'http://a:1')
  const same = [breakerOf(one, 'http://a:1'), breakerOf(one, 'http://b:1'), breakerOf(two, 'http://a:1')]
  expect(same.map((breaker) => breaker === first)).toEqual([true, false, false])
})
