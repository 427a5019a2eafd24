import { describe, expect, test } from 'vitest'
import { cogWriterTokens, costGoal } from './cost-goal.ts'
import { gradeCost, type SavedCall } from './grade-cost.ts'
import { knownBeginnings } from './known-beginning.ts'

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['nothing before it', ['abc'], ['']],
  ['the very same', ['abc', 'abc'], ['', 'abc']],
  ['a longer one', ['abcdef', 'abcx'], ['', 'abc']],
  ['a shorter one', ['ab', 'abc'], ['', 'ab']],
  ['the nearest of several, however they came', ['abz', 'b', 'aab', 'abc'], ['', '', 'a', 'ab']],
  ['an empty one', ['', 'a'], ['', '']],
  ['half of a letter is none', ['x\u{1f600}', 'x\u{1f601}'], ['', 'x']],
])('the beginning that a text shares with one before it: %s', (_, texts, known) => {
  expect(texts.map(knownBeginnings())).toEqual(known)
})

test.each([
  [51, null],
  [52, 145_000],
  [76, 227_500],
  [100, 310_000],
  [365, 1_220_938],
])('what CogWriter sends for %i sections', (sections, tokens) => {
  expect(cogWriterTokens(sections)).toBe(tokens)
})

test('half of it may be billed, twice of it sent', () => {
  expect([costGoal(10), costGoal(52)]).toEqual([null, { billed: 72_500, raw: 290_000, average: 4, most: 9 }])
})

const call = (n: number, prompt: string | null, rest: Partial<SavedCall> = {}): SavedCall => ({
  id: `call:${n}`,
  verb: 'draft',
  model: 'm',
  section: `section:${n}`,
  startedAt: n,
  prompt,
  ...rest,
})

// 4,800 letters: 1,600 tokens by three, 1,200 by four.
const shared = 'x'.repeat(4_800)
// 3,600 letters: 1,200 by three, 900 by four, which no vendor keeps.
const short = 'x'.repeat(3_600)
const tail = (letter: string) => letter.repeat(1_200)

const cost = (raw: number, cacheable: number, billed: number) => ({ raw, cacheable, billed })

describe('input is counted by what could come from a cache', () => {
  test.each<readonly [string, readonly SavedCall[], ReturnType<typeof cost>, ReturnType<typeof cost>]>([
    ['the first call pays all', [call(1, shared + tail('a'))], cost(2_000, 0, 2_000), cost(1_500, 0, 1_500)],
    [
      'the second pays a tenth of what it shares',
      [call(1, shared + tail('a')), call(2, shared + tail('b'))],
      cost(4_000, 1_600, 2_560),
      cost(3_000, 1_200, 1_920),
    ],
    [
      'not where that is too short to be kept, by that count',
      [call(1, short + tail('a')), call(2, short + tail('b'))],
      cost(3_200, 1_200, 2_120),
      cost(2_400, 0, 2_400),
    ],
    [
      'nor where another model had it',
      [call(1, shared + tail('a')), call(2, shared + tail('b'), { model: 'n' })],
      cost(4_000, 0, 4_000),
      cost(3_000, 0, 3_000),
    ],
    [
      'in the order in which calls started, not in which they are listed',
      [call(2, shared + tail('a')), call(1, shared)],
      cost(3_600, 1_600, 2_160),
      cost(2_700, 1_200, 1_620),
    ],
    [
      'any other verb may have had it',
      [call(1, shared, { verb: 'review' }), call(2, shared)],
      cost(3_200, 1_600, 1_760),
      cost(2_400, 1_200, 1_320),
    ],
  ])('%s', (_, calls, byThree, byFour) => {
    expect(gradeCost(2, calls).all).toEqual({ calls: calls.length, byThree, byFour })
  })
})

test('calls are counted by section, seams apart, and by verb', () => {
  const calls = [
    call(1, 'a', { verb: 'plan', section: null }),
    call(2, 'b', { section: 'section:1' }),
    call(3, 'c', { section: 'section:1', verb: 'review' }),
    call(4, 'd', { section: 'section:2' }),
    call(5, 'e', { section: null, verb: 'join' }),
  ]
  const { perSection, seams, byVerb, goal, over } = gradeCost(2, calls)
  const counts = Object.entries(byVerb).map(([verb, { calls: count }]) => [verb, count])
  expect({ perSection, seams, counts, goal, over }).toEqual({
    perSection: { average: 2, most: 2 },
    seams: 1,
    counts: [
      ['plan', 1],
      ['draft', 2],
      ['review', 1],
      ['join', 1],
    ],
    goal: null,
    over: [],
  })
})

describe('what goes beyond the goal is said', () => {
  const many = (count: number, section: (n: number) => string | null, prompt = 'a') =>
    Array.from({ length: count }, (_, n) => call(n, prompt, { section: section(n) }))

  test.each<readonly [string, readonly SavedCall[], readonly string[]]>([
    ['nothing', many(208, (n) => `section:${n % 52}`), []],
    [
      'calls on average',
      many(209, (n) => `section:${n % 52}`),
      [`${209 / 52} calls a section on average, at most 4`],
    ],
    ['calls for one', many(10, () => 'section:1'), ['10 calls for one section, at most 9']],
    [
      'tokens sent, or billed',
      [call(1, 'a'.repeat(1_200_000))],
      ['300000 input tokens billed, at most 72500', '300000 input tokens sent, at most 290000'],
    ],
    ['a prompt that was not saved', [call(1, null)], ['1 calls whose prompt was not saved']],
  ])('%s', (_, calls, over) => {
    expect(gradeCost(52, calls).over).toEqual(over)
  })
})
