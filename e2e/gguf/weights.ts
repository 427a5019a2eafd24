import { wordsOf } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The weights of a model; `fill` makes those of its layers. */
export type Weights = {
  readonly tokenEmbedding: Float32Array
  readonly output: Float32Array
  readonly fill: (length: number, spread: number) => Float32Array
}

/** Numbers in [0, 1) by the linear congruential generator of Numerical Recipes. */
const uniform = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Weights from a normal distribution (Box and Muller), the same for the same seed. */
export const randomWeights = (tokens: number, embedding: number, seed: number): Weights => {
  const next = uniform(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(next() + 1e-9)) * Math.cos(2 * Math.PI * next())
  const fill = (length: number, spread: number): Float32Array =>
    Float32Array.from({ length }, () => normal() * spread)
  const size = tokens * embedding
  return { tokenEmbedding: fill(size, 1), output: fill(size, 0.35), fill }
}

/** All that a model that thinks ever thinks. */
const thoughtWord = '\u2581hm'

/** How likely a token is made after another, as logits. */
const logits = { anyWord: 2, next: 8, end: 6.5, mark: 12 } as const

/**
 * Layers that do nothing, one-hot embeddings, and an output matrix of logits: a token is followed by what follows it
 * in the text, else by any word of it, and a full stop sometimes by the end of the reply or by a quotation mark, which
 * also ends a string. One that `thinks` begins
 * its turn with a thought of one word, and goes on with the first of the text.
 */
export const bigramWeights = (
  { tokens, numberOf }: Vocabulary,
  embedding: number,
  text: string,
  thinks: boolean,
): Weights => {
  const sequence = wordsOf(text).map(numberOf)
  const words = [...new Set(sequence)]
  const tokenEmbedding = new Float32Array(embedding * tokens.length)
  const output = new Float32Array(embedding * tokens.length)
  // The norm before the output matrix scales a one-hot vector to this length.
  const scale = Math.sqrt(embedding)
  const follow = (from: number, to: number, logit: number): void => {
    output[to * embedding + from] = logit / scale
  }
  for (const [from] of tokens.entries()) {
    tokenEmbedding[from * embedding + from] = 1
    for (const to of words) follow(from, to, logits.anyWord)
  }
  const times = new Map<string, number>()
  for (const [index, to] of sequence.entries()) {
    const from = sequence[index - 1]
    if (from === undefined) continue
    const pair = `${from} ${to}`
    times.set(pair, (times.get(pair) ?? 0) + 1)
    follow(from, to, logits.next + Math.log(times.get(pair) ?? 1))
  }
  const stop = numberOf('\u2581.')
  follow(stop, numberOf('<|im_end|>'), logits.end)
  follow(stop, numberOf('"'), logits.end)
  if (thinks) {
    const marks = ['<0x0A>', '<think>', thoughtWord, '</think>'].map(numberOf)
    for (const [index, to] of [...marks.slice(1), words[0] ?? stop].entries()) {
      follow(marks[index] ?? to, to, logits.mark)
    }
  }
  return { tokenEmbedding, output, fill: (length) => new Float32Array(length) }
}
