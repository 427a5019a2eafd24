import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import { createKeptStates } from './kept-states.ts'
import { overlap } from './prompt.ts'
import type { Prompt } from './prompt.ts'
import { batchOver } from './take-turns.ts'

/** Shorter beginnings are evaluated again sooner than they are read. */
const shortest = 128

/** Bytes of a beginning that is kept. */
const mostBytes = 2 ** 30

/** Tokens evaluated in one go; between two, a stop is heard. */
const step = 256

/** Brings sequences to where a reply begins. */
export type Prefixes = {
  /** Evaluates what of a prompt a sequence does not hold yet; gives how many tokens did not have to be. */
  readonly prepare: (sequence: LlamaContextSequence, prompt: Prompt, signal: AbortSignal) => Promise<number>
}

const bytesPerToken = ({ context }: LlamaContextSequence): number =>
  (context.memoryUsage.ram + context.memoryUsage.vram) / (context.contextSize * context.totalSequences)

const isWorthwhile = (sequence: LlamaContextSequence, shared: number): boolean =>
  shared >= shortest && sequence.context.totalSequences > 1 && shared * bytesPerToken(sequence) <= mostBytes

/** Drops what a sequence holds beyond what these tokens begin with; gives how much of that was not evaluated anew. */
const align = async (sequence: LlamaContextSequence, tokens: readonly Token[]): Promise<number> => {
  const before = sequence.tokenMeter.usedInputTokens
  await sequence.adaptStateToTokens([...tokens], false)
  return sequence.nextTokenIndex - (sequence.tokenMeter.usedInputTokens - before)
}

/**
 * Evaluates a beginning that several prompts share once: its state is kept in a file of this process, from which other
 * sequences take it. `progress` hears of every step. (Sequences of node-llama-cpp 3.21.1 share no memory, and cannot copy from each other.)
 */
export const createPrefixes = (progress: () => void): Prefixes => {
  const states = createKeptStates()

  const evaluate = async (
    sequence: LlamaContextSequence,
    tokens: readonly Token[],
    signal: AbortSignal,
  ): Promise<void> => {
    while (sequence.nextTokenIndex < tokens.length) {
      signal.throwIfAborted()
      const from = sequence.nextTokenIndex
      await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, from + step))
      progress()
      await batchOver(sequence)
    }
  }

  /** Brings a sequence to where a prompt can be evaluated on; gives how many of its tokens did not have to be. */
  const begin: Prefixes['prepare'] = async (sequence, { tokens, shared }, signal) => {
    const held = overlap(sequence.contextTokens, tokens)
    // Some models cannot go back in their own state: for those any beginning that is kept is better.
    const usable = held < sequence.nextTokenIndex && sequence.needsCheckpoints ? 0 : held
    for (;;) {
      const known = states.longest(tokens)
      if (!known || known.tokens.length <= usable) break
      if (await states.load(known, sequence)) return known.tokens.length
    }
    if (held >= shared || !isWorthwhile(sequence, shared)) return align(sequence, tokens)
    let aligned = 0
    const beginning = tokens.slice(0, shared)
    const made = states.keep(beginning, async (path) => {
      aligned = await align(sequence, beginning)
      await evaluate(sequence, beginning, signal)
      await sequence.saveStateToFile(path)
    })
    // A state that could not be kept may have left the sequence as it was.
    if (!(await made.ready)) await align(sequence, tokens)
    return aligned
  }

  const prepare: Prefixes['prepare'] = async (sequence, prompt, signal) => {
    const cached = await begin(sequence, prompt, signal)
    // The last token is left to whoever wants to hear what follows it.
    await evaluate(sequence, prompt.tokens.slice(0, -1), signal)
    return Math.min(cached, prompt.tokens.length - 1)
  }
  return { prepare }
}
