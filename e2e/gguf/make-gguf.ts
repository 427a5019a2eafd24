import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ggufFile } from './gguf-file.ts'
import type { Tensor, Value } from './gguf-file.ts'
import { bigramWeights, randomWeights } from './weights.ts'
import { createVocabulary, tokenKinds } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a model is to be. */
export type Model = {
  /**
   * `random`: random weights; it writes gibberish, through the whole of attention. `bigram`: each token follows from the
   * one before as it does in `text`; it writes words, and at temperature 0 always the same.
   */
  readonly kind: 'random' | 'bigram'
  readonly name?: string
  /** What a bigram model learns; words and full stops with a space before each. */
  readonly text?: string
  readonly seed?: number
  /** The size of a random model: numbers an embedding, and layers. */
  readonly embedding?: number
  readonly layers?: number
  /** Tokens of context that the file claims to be trained for. */
  readonly context?: number
  /** Whether the chat template speaks of thoughts, and a bigram model begins with some. */
  readonly thinks?: boolean
}

const harbour = 'the captain looked at the sea and the sea looked back . she waited for the winter to end .'

const opens = "'<|im_start|>' + message['role'] + '\\n'"
const ends = "message['content'] + '<|im_end|>' + '\\n'"
const reply = "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
const chatTemplate = `{% for message in messages %}{{ ${opens} + ${ends} }}{% endfor %}${reply}`

/** The same with a mark of its own after each turn, and with thoughts before the answers that had some. */
const thought =
  "{% if message['reasoning_content'] %}{{ '<think>' + message['reasoning_content'] + '</think>' }}{% endif %}"
const thoughtful = `{% for message in messages %}{{ ${opens} }}${thought}{{ ${ends} + '\\n' }}{% endfor %}${reply}`

const metadataOf = (
  model: Model,
  { tokens }: Vocabulary,
  { embedding, layers }: { readonly embedding: number; readonly layers: number },
): Readonly<Record<string, Value>> => ({
  'general.architecture': { type: 'string', value: 'llama' },
  'general.name': { type: 'string', value: model.name ?? `Tiny ${model.kind}` },
  'general.file_type': { type: 'u32', value: 0 },
  'llama.context_length': { type: 'u32', value: model.context ?? 32_768 },
  'llama.embedding_length': { type: 'u32', value: embedding },
  'llama.block_count': { type: 'u32', value: layers },
  'llama.feed_forward_length': { type: 'u32', value: feedForward },
  'llama.attention.head_count': { type: 'u32', value: heads },
  'llama.attention.head_count_kv': { type: 'u32', value: heads },
  'llama.rope.dimension_count': { type: 'u32', value: embedding / heads },
  'llama.attention.layer_norm_rms_epsilon': { type: 'f32', value: 1e-5 },
  'llama.vocab_size': { type: 'u32', value: tokens.length },
  'tokenizer.ggml.model': { type: 'string', value: 'llama' },
  'tokenizer.ggml.tokens': { type: 'strings', value: tokens.map(({ text }) => text) },
  'tokenizer.ggml.scores': { type: 'f32s', value: tokens.map(({ score }) => score) },
  'tokenizer.ggml.token_type': { type: 'i32s', value: tokens.map(({ kind }) => tokenKinds[kind]) },
  'tokenizer.ggml.unknown_token_id': { type: 'u32', value: 0 },
  'tokenizer.ggml.bos_token_id': { type: 'u32', value: 1 },
  'tokenizer.ggml.eos_token_id': { type: 'u32', value: 4 },
  'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
  // With it the schema sampler of llama.cpp's server fails on a vocabulary as small as this.
  'tokenizer.ggml.add_space_prefix': { type: 'bool', value: false },
  'tokenizer.chat_template': { type: 'string', value: model.thinks ? thoughtful : chatTemplate },
})

const heads = 4
const feedForward = 64

const layerTensors = (
  layer: number,
  embedding: number,
  fill: (length: number, spread: number) => Float32Array,
): readonly Tensor[] => {
  const tensor = (part: string, shape: readonly number[], data: Float32Array): Tensor => ({
    name: `blk.${layer}.${part}.weight`,
    shape,
    data,
  })
  const square = embedding * embedding
  const wide = embedding * feedForward
  return [
    tensor('attn_norm', [embedding], new Float32Array(embedding).fill(1)),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) =>
      tensor(part, [embedding, embedding], fill(square, 0.15)),
    ),
    tensor('ffn_norm', [embedding], new Float32Array(embedding).fill(1)),
    tensor('ffn_gate', [embedding, feedForward], fill(wide, 0.15)),
    tensor('ffn_up', [embedding, feedForward], fill(wide, 0.15)),
    tensor('ffn_down', [feedForward, embedding], fill(wide, 0.15)),
  ]
}

/** The bytes of a model of llama's architecture that node-llama-cpp and llama.cpp's server load. */
const makeGguf = (model: Model): Buffer<ArrayBuffer> => {
  const text = model.text ?? harbour
  const vocabulary = createVocabulary(text)
  const count = vocabulary.tokens.length
  const isBigram = model.kind === 'bigram'
  // One number for each token, so that a token's embedding says which it is.
  const embedding = isBigram ? Math.ceil(count / 32) * 32 : (model.embedding ?? 64)
  const layers = isBigram ? 1 : (model.layers ?? 2)
  const { tokenEmbedding, output, fill } = isBigram
    ? bigramWeights(vocabulary, embedding, text, model.thinks === true)
    : randomWeights(count, embedding, model.seed ?? 42)
  const rows = [embedding, count]
  return ggufFile(metadataOf(model, vocabulary, { embedding, layers }), [
    { name: 'token_embd.weight', shape: rows, data: tokenEmbedding },
    { name: 'output_norm.weight', shape: [embedding], data: new Float32Array(embedding).fill(1) },
    { name: 'output.weight', shape: rows, data: output },
    ...Array.from({ length: layers }, (_, layer) => layerTensors(layer, embedding, fill)).flat(),
  ])
}

/** Writes a model to a file, and the folder for it. */
export const writeGguf = (path: string, model: Model): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, makeGguf(model))
}

// `node e2e/gguf/make-gguf.ts random|bigram OUT.gguf`
if (import.meta.main) {
  const [, , kind, out] = process.argv
  if ((kind === 'random' || kind === 'bigram') && out !== undefined) writeGguf(out, { kind })
  else process.exitCode = 2
}
