import type { LlamaContextSequence, Token, TokenPredictor } from 'node-llama-cpp'

/** Tokens that are proposed at most in one go, and how sure the draft model must be of each. */
const most = 8
const leastConfidence = 0.6

/**
 * Proposes tokens from a sequence of a draft model, which it keeps for good: what the sequence holds already is not
 * evaluated again. (The predictor of node-llama-cpp 3.21.1 guesses ahead by itself while the model computes. One that
 * is corrected just as it ends a guess never proposes again, and the reply waits for ever.)
 */
export const draftPredictor = (draft: LlamaContextSequence): TokenPredictor => {
  let state: readonly Token[] = []

  const predictTokens = async (): Promise<Token[]> => {
    const last = state.at(-1)
    if (last === undefined || state.length + most >= draft.contextSize) return []
    await draft.adaptStateToTokens(state.slice(0, -1), false)
    const found: Token[] = []
    const unknown = state.slice(draft.nextTokenIndex)
    // The most likely one is always proposed: whether it is taken is up to the model.
    const tokens = draft.evaluateWithMetadata(unknown, { confidence: true }, { temperature: 0 })
    for await (const { token, confidence } of tokens) {
      if (confidence < leastConfidence) break
      found.push(token)
      if (found.length === most) break
    }
    return found
  }
  return {
    reset: ({ stateTokens }) => void (state = stateTokens),
    pushTokens: (tokens) => void (state = [...state, ...tokens]),
    predictTokens,
    stop: () => undefined,
    updateInputTokens: () => undefined,
    dispose: () => undefined,
    [Symbol.dispose]: () => undefined,
  }
}
