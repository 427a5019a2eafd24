import { expect, test } from 'vitest'
import type { Call } from '../../shared/records.ts'
import { brief, call, constraint, draft, plan, say, section, state } from '../../shared/test-kit.ts'
import { brokenIn, isBrokenThroughout } from './broken-in.ts'

const length = constraint('length', { kind: 'length', params: { min: 50 } }, { where: 'each' })
const work = (...calls: readonly Call[]) =>
  state(brief(), plan(), length, say('low water', { where: 'each' }), section(1), draft(1), ...calls)
const short = call(1, {
  status: 'failed',
  scope: 'attempt',
  fault: { code: 'reply-short', sentence: 'It has 2 words; at least 50 are wanted.' },
})

test.each([
  ['in the first round', [], 1, ['length', 'mentions']],
  ['in the second', [], 2, ['length', 'mentions']],
  ['in the first, where the draft was gone on with', [short], 1, ['length', 'mentions']],
  ['in the second no more, where it was', [short], 2, ['mentions']],
] as const)('a section is asked for another length twice at most: %s', (_, calls, round, kinds) => {
  const broken = brokenIn(work(...calls), section(1), draft(1), round)
  expect(broken.map(({ demand }) => demand?.kind)).toEqual(kinds)
})

test('what has no place is mended throughout', () => {
  const finding = { constraint: null, verdict: 'broken', by: 'code' } as const
  const voice = { kind: 'voice', params: { person: 'first' } } as const
  expect(isBrokenThroughout([{ finding, demand: null }])).toBe(false)
  expect(isBrokenThroughout([{ finding, demand: voice }])).toBe(true)
})
