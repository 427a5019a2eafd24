import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCut } from './truncation.ts'
import type { Reading } from './truncation.ts'

/** A context, and a prompt of so many tokens whose guess is as far off as guesses are for prose of any language. */
const prompts = fc
  .record({
    context: fc.integer({ min: 2048, max: 131_072 }),
    fill: fc.oneof(
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      fc.double({ min: 0.49, max: 0.51, noNaN: true }),
      fc.double({ min: 0.97, max: 1.03, noNaN: true }),
    ),
  })
  .chain(({ context, fill }) => {
    const tokens = Math.max(1, Math.floor(context * fill))
    const guess = fc.integer({ min: Math.ceil(tokens / 1.2), max: Math.floor(tokens / 0.65) })
    return fc.record({
      context: fc.constant(context),
      tokens: fc.constant(tokens),
      guess,
      isProven: fc.boolean(),
    })
  })

/** Tokens that a server keeps of a prompt which does not fit. */
const kept = [
  ['a half of the context', (context: number) => Math.floor(context / 2) + 2],
  ['the whole of the context', (context: number) => context],
  ['the context but for the template', (context: number) => context - 64],
] as const

test.each(kept)('whatever is cut to %s is found out', (_, left) => {
  fc.assert(
    fc.property(prompts, ({ context, tokens, guess, isProven }) => {
      fc.pre(tokens > context)
      const proven = isProven ? context : 2048
      expect(isCut({ guess, fresh: guess, count: left(context), context, proven })).toBe(true)
    }),
  )
})

test('what was read whole, with 64 tokens to spare, is never called cut', () => {
  fc.assert(
    fc.property(prompts, fc.boolean(), ({ context, tokens, guess, isProven }, isCounted) => {
      fc.pre(tokens < context - 64)
      const proven = isProven ? context : 2048
      const count = isCounted ? tokens : undefined
      expect(isCut({ guess, fresh: guess, count, context, proven })).toBe(false)
    }),
  )
})

const reading: Reading = { guess: 6000, fresh: 6000, count: 4500, context: 8192, proven: 2048 }

test.each<[string, Partial<Reading>, boolean]>([
  ['whole', {}, false],
  ['a third of what was sent', { count: 2000 }, true],
  ['a third, and the rest may be in a cache', { count: 2000, fresh: 2200 }, false],
  ['a third, and the cache explains more than that', { count: 2000, fresh: 300 }, true],
  ['a third, but it fits for certain', { count: 2000, proven: 8192 }, false],
  ['nothing counted, and it may fit', { count: undefined }, false],
  ['cut to the context that the server says it has', { guess: 7000, count: 4096, context: 4096 }, true],
  [
    'more than was asked for: the server has a larger one',
    { guess: 7000, count: 4200, context: 4096 },
    false,
  ],
  ['the same, by a server that counts a little less', { guess: 7000, count: 4090, context: 4096 }, true],
  [
    'as long as the context, but it was guessed to be far shorter',
    { guess: 2000, count: 4090, context: 4096 },
    false,
  ],
  [
    'nothing counted, and it is too long for what the server says it has',
    { count: undefined, guess: 8000, context: 4096, proven: 4096 },
    true,
  ],
  [
    'nothing counted, and it may be too long for what was asked for',
    { count: undefined, guess: 8000, context: 4096 },
    false,
  ],
  ['nothing counted, and it cannot fit', { count: undefined, guess: 20_000 }, true],
])('%s', (_, over, expected) => {
  expect(isCut({ ...reading, ...over })).toBe(expected)
})
