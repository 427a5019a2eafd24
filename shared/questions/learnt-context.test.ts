import { expect, test } from 'vitest'
import type { Call } from '../records.ts'
import { call, run, state } from '../test-kit.ts'
import { learntContext } from './learnt-context.ts'

const refused = (sentence: string, some: Partial<Call> = {}): Call =>
  call(1, { status: 'failed', reserved: 9_000, fault: { code: 'reply-too-long', sentence }, ...some })

test.each<readonly [string, readonly Call[], number | null]>([
  ['nothing was refused', [call(1)], null],
  ['it failed otherwise', [refused('', { fault: { code: 'reply-cut', sentence: '' } })], null],
  ['half, where no number is told', [refused('The prompt is too long.')], 4_500],
  ['as told', [refused("This model's maximum context length is 8192 tokens, you asked for 9100.")], 8_192],
  ['as told by another', [refused('the request exceeds the available context size (4,096 tokens)')], 4_096],
  ['told more than was sent', [refused('The context window of 16384 tokens is full.')], 4_500],
  ['the least', [refused('', { id: 'call:2', reserved: 6_000 }), refused('')], 3_000],
  ['another model', [refused('', { model: 'another' })], null],
  ['another run', [refused('', { run: 'run:2' })], null],
])('what a model seems to take: %s', (_, calls, tokens) => {
  expect(learntContext(state(run(1), ...calls), 'practice', 'run:1')).toBe(tokens)
})
