import { describe, expect, test } from 'vitest'
import type { Prompt } from '../prompts/context.ts'
import { createWarmUp } from './warm-up.ts'

const long = 'The brief. '.repeat(400)
const prompt = (beginning: string, rest = 'Week 1'): Prompt => [
  { from: 'system', text: 'You write.' },
  { from: 'user', text: beginning, cacheUpTo: true },
  { from: 'user', text: rest },
]
const { signal } = new AbortController()

/** Whether a promise is settled once all that is due has run. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false
  void promise.then(() => (settled = true))
  await new Promise((done) => setImmediate(done))
  return settled
}

describe('beside a call that has not said its first word', () => {
  test.each<readonly [string, string, Prompt, boolean]>([
    ['one that begins alike waits', 'm', prompt(long, 'Week 2'), false],
    ['one that begins with a part of it waits too', 'm', prompt(long.slice(0, 4_000)), false],
    ['one that begins otherwise does not', 'm', prompt(`Another. ${long}`), true],
    ['one that begins with more does not', 'm', prompt(`${long} And the plan.`), true],
    ['another model’s does not', 'n', prompt(long), true],
    ['nothing waits for what is too short to be kept', 'm', prompt('The brief.'), true],
    ['nor where nothing is the same for all', 'm', [{ from: 'user', text: long }], true],
  ])('%s', async (_, model, second, goes) => {
    const warmUp = createWarmUp()
    await warmUp('m', prompt(long), signal)
    expect(await isSettled(warmUp(model, second, signal))).toBe(goes)
  })
})

test('they go together once it speaks, and so does whoever comes later', async () => {
  const warmUp = createWarmUp()
  const speaks = await warmUp('m', prompt(long), signal)
  const others = [warmUp('m', prompt(long), signal), warmUp('m', prompt(long), signal)]
  expect(await isSettled(Promise.race(others))).toBe(false)
  speaks()
  expect(await isSettled(Promise.all(others))).toBe(true)
  expect(await isSettled(warmUp('m', prompt(long), signal))).toBe(true)
})

test('who is stopped waits no longer', async () => {
  const warmUp = createWarmUp()
  const halt = new AbortController()
  await warmUp('m', prompt(long), signal)
  const second = warmUp('m', prompt(long), halt.signal)
  halt.abort()
  expect(await isSettled(second)).toBe(true)
})
