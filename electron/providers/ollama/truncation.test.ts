import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCut } from './truncation.ts'
import type { Reading } from './truncation.ts'

/** A context, and a prompt of so many tokens whose guess is as far off as guesses are for prose of any language. */
const prompts = fc
  .record({
    context: fc.integer({ min: 2048, max: 131_072 }),
    fill: fc.double({ min: 0.01, max: 4, noNaN: true }),
  })
  .chain(({ context, fill }) => {
    const tokens = Math.max(1, Math.floor(context * fill))
    const guess = fc.integer({ min: Math.ceil(tokens / 1.2), max: Math.ceil(tokens / 0.65) })
    return fc.record({
      context: fc.constant(context),
      tokens: fc.constant(tokens),
      guess,
      isProven: fc.boolean(),
    })
  })

test('whatever is cut to half of the context is found out, and nothing that was read whole', () => {
  fc.assert(
    fc.property(prompts, ({ context, tokens, guess, isProven }) => {
      const fits = tokens <= context
      const count = fits ? tokens : Math.floor(context / 2) + 2
      const proven = isProven ? context : 2048
      expect(isCut({ guess, fresh: guess, count, context, proven })).toBe(!fits)
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
  ['nothing counted, and it cannot fit', { count: undefined, guess: 20_000 }, true],
])('%s', (_, over, expected) => {
  expect(isCut({ ...reading, ...over })).toBe(expected)
})
