import { ggufFile } from './gguf-file.ts'
import { randomWeights } from './weights.ts'

/** The numbers of a model that its adapter must share. */
export type Fitting = { readonly embedding: number; readonly layers: number }

const rank = 4

/** The bytes of a LoRA adapter with random weights, which changes what attention looks for. */
export const makeAdapter = ({ embedding, layers }: Fitting): Buffer<ArrayBuffer> => {
  const { fill } = randomWeights(1, 1, 7)
  const tensors = Array.from({ length: layers }, (_, layer) => [
    {
      name: `blk.${layer}.attn_q.weight.lora_a`,
      shape: [embedding, rank],
      data: fill(embedding * rank, 1),
    },
    {
      name: `blk.${layer}.attn_q.weight.lora_b`,
      shape: [rank, embedding],
      data: fill(rank * embedding, 1),
    },
  ])
  const metadata = {
    'general.type': { type: 'string', value: 'adapter' },
    'general.architecture': { type: 'string', value: 'llama' },
    'adapter.type': { type: 'string', value: 'lora' },
    'adapter.lora.alpha': { type: 'f32', value: rank },
  } as const
  return ggufFile(metadata, tensors.flat())
}
