import type { Embed } from '../providers/provider.ts'

/**
 * One model for vectors at several servers: the one that answered last is asked, and where it does not answer the others
 * in turn. Rejects as the last of them where none does, and asks no other once `signal` has aborted.
 */
export const firstToAnswer = (servers: readonly Embed[]): Embed => {
  let first = 0
  return async (texts, signal) => {
    const inTurn = [...servers.entries()]
    let trouble: unknown = new Error('a model without an address')
    for (const [at, embed] of [...inTurn.slice(first), ...inTurn.slice(0, first)]) {
      try {
        const vectors = await embed(texts, signal)
        first = at
        return vectors
      } catch (error) {
        if (signal.aborted) throw error
        trouble = error
      }
    }
    throw trouble
  }
}
