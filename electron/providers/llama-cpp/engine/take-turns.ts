import type { LlamaContextSequence } from 'node-llama-cpp'

/**
 * Resolves when the batch under way is over and all that waited for its end has been done. (In node-llama-cpp 3.21.1 one
 * lock guards a context; a batch keeps it as long as any sequence has asked for its next token, so that two which
 * never wait leave a third no chance to drop, load or save anything. To drop nothing is to wait for that lock.)
 */
export const batchOver = (sequence: LlamaContextSequence): Promise<void> =>
  sequence.eraseContextTokenRanges([])

/** The same sequence, which lets others have their turn after each token that it writes. */
export const takingTurns = (sequence: LlamaContextSequence): LlamaContextSequence => {
  const evaluate = sequence.evaluate.bind(sequence)
  sequence.evaluate = async function* (...given) {
    const tokens = evaluate(...given)
    try {
      let instead: Parameters<typeof tokens.next>[0]
      for (;;) {
        const { done, value } = await tokens.next(instead)
        if (done) return
        instead = yield value
        await batchOver(sequence)
      }
    } finally {
      await tokens.return()
    }
  }
  return sequence
}
