/** A stream of numbers that depends on nothing but its seed. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** A whole number from 0 to `n` − 1. */
  readonly below: (n: number) => number
  readonly chance: (share: number) => boolean
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

/** Draws by mulberry32; `seed` is 32-bit unsigned. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)
  return { next, below, chance: (share) => next() < share, shuffled }
}
